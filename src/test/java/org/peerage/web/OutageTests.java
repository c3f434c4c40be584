package org.peerage.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.networks.NetworkFixture.as;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.peerage.Blackout;
import org.peerage.Caller;
import org.peerage.RunningPeerage;
import org.peerage.Visitor;
import org.peerage.groups.GroupFixture;
import org.peerage.scheduling.Dates;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The real database is gone, and comes back.
class OutageTests {

    private static final String FORM = "application/x-www-form-urlencoded";

    private final RunningPeerage peerage = RunningPeerage.shared();

    @Test
    void whatWasSentWaitsOnAPlainPageUntilItCanBeStored() throws Exception {
        var mara = Caller.enrolled(peerage, "Mara Example");
        var here = GroupFixture.chairedBy(mara.person(), "Mara Example");
        here.open();
        var soon = LocalDateTime.ofInstant(Instant.now().plusSeconds(500_000), ZoneOffset.UTC);
        var date =
                as(mara.person(), () -> peerage.bean(Dates.class).set(here.group, soon, ZoneOffset.UTC, 240, "", ""));
        var answer = "/dates/" + date + "/answer";
        Document page;
        try (var blackout = Blackout.of(peerage)) {
            assertThat(blackout).isNotNull();
            assertThat(mara.get("/livez").statusCode()).isEqualTo(200);
            var asked = mara.get("/");
            assertThat(asked.statusCode()).isEqualTo(503);
            assertThat(asked.headers().firstValue("Retry-After")).isPresent();
            assertThat(asked.headers().firstValue("Content-Security-Policy")).isPresent();
            assertThat(asked.body()).contains("We cannot answer just now", "looks every few seconds");
            var german = mara.send("GET", "/keys", "text/plain", "", Map.of("Accept-Language", "de-AT"));
            assertThat(german.statusCode()).isEqualTo(503);
            assertThat(german.body()).contains("Wir können gerade nicht antworten", "lang=\"de\"");
            assertThat(mara.json("POST", "/keys/challenge", "{}").statusCode()).isEqualTo(503);

            var sent = mara.send(
                    "POST",
                    answer,
                    FORM,
                    "coming=yes&words=Straight+%3Cb%3Eto%3C%2Fb%3E+%22%C5%81%C3%B3d%C5%BA%22",
                    Map.of("Sec-Fetch-Site", "same-origin"));
            assertThat(sent.statusCode()).isEqualTo(503);
            page = Jsoup.parse(sent.body());
            assertThat(page.expectFirst("input[name=words]").val()).isEqualTo("Straight <b>to</b> \"Łódź\"");
            assertThat(mara.send("POST", answer, FORM, "coming=yes", Map.of("Sec-Fetch-Site", "cross-site"))
                            .body())
                    .as("what a page of somebody else's sends is not handed back to be sent from here")
                    .contains("We cannot answer just now")
                    .doesNotContain("<input");
        }
        var form = page.expectFirst("form");
        var fields = new LinkedHashMap<String, String>();
        form.select("input").forEach(input -> fields.put(input.attr("name"), input.val()));
        assertThat(form.attr("action")).isEqualTo(answer);
        assertThat(mara.post(form.attr("action"), fields).statusCode()).isEqualTo(302);
        assertThat(as(
                        mara.person(),
                        () -> peerage.bean(JdbcClient.class)
                                .sql("select coming from scheduling.answer where date_id = :date")
                                .param("date", date.value())
                                .query(Boolean.class)
                                .single()))
                .isTrue();
    }

    @Test
    void aPageThatWasOpenedMeanwhileComesByItself() throws Exception {
        try (var noor = Visitor.atAPhone("Noor Example", peerage.base())) {
            try (var blackout = Blackout.of(peerage)) {
                assertThat(blackout).isNotNull();
                noor.goTo("/join/no-such-link").sees("We cannot answer just now");
                assertThat(noor.accessibilityFindings()).isEmpty();
            }
            noor.sees("This link no longer works");
        }
    }
}
