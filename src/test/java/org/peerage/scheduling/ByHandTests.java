package org.peerage.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.networks.NetworkFixture.as;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.peerage.Caller;
import org.peerage.Pages;
import org.peerage.RunningPeerage;
import org.peerage.groups.GroupFixture;
import org.peerage.mail.PostOffice;
import org.peerage.tenancy.PersonId;

/// Whom no letter reaches: whoever caused it has the words to paste, and nobody else has.
class ByHandTests {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDateTime EVENING = LocalDateTime.of(2031, 3, 4, 18, 0);

    private final RunningPeerage peerage = RunningPeerage.shared();
    private final GroupFixture here = GroupFixture.aGroup().with(3).inAnOpenRoom();
    private final PersonId ada = here.members.get(0);
    private final PersonId noor = here.members.get(1);

    @Test
    void theChairHasTheWordsOfAnInvitationForEachWhoHasNoAddress() throws Exception {
        Pages.seenBy(noor).post("/mail/address", "address", noor + "@example.org");
        var date = as(here.chair(), () -> peerage.bean(Dates.class).set(here.group, EVENING, BERLIN, 240, "", ""));
        assertThat(Pages.seenBy(here.chair())
                        .get("/notices")
                        .page()
                        .select(".notice a[href=/mail/by-hand]")
                        .text())
                .contains("nothing by mail of what you have done");
        assertThat(Pages.seenBy(here.chair()).get("/mail/by-hand").page().text())
                .contains("Member 1: 2 letters");
        assertThat(Pages.seenBy(ada).get("/notices").page().select(".notice a")).isEmpty();
        assertThat(Pages.seenBy(ada).post("/mail/by-hand/" + ada).status()).isEqualTo(404);

        var text = Pages.seenBy(here.chair())
                .post("/mail/by-hand/" + ada)
                .page()
                .select("textarea")
                .text();
        assertThat(text).contains("Invitation: Tuesday Circle", "Tue 4 March 2031", "Europe/Berlin");
        var link = Pattern.compile("/act/\\S+").matcher(text);
        assertThat(link.find()).isTrue();
        assertThat(Caller.stranger(peerage)
                        .post(link.group(), Map.of("choice", "yes"))
                        .body())
                .contains("knows that you are coming");
        assertThat(Pages.seenBy(ada).get(Dates.page(here.group)).page().text()).contains("1 coming");

        Pages.seenBy(here.chair()).post("/mail/by-hand/" + ada + "/passed-on");
        assertThat(Pages.seenBy(here.chair()).get("/mail/by-hand").page().text())
                .doesNotContain("Member 1");
        assertThat(date).isNotNull();
    }

    @Test
    void whoeverNamesAnAddressLaterGetsTheLetterAfterAll() throws Exception {
        as(here.chair(), () -> peerage.bean(Dates.class).set(here.group, EVENING, BERLIN, 240, "", ""));
        Pages.seenBy(ada).post("/mail/address", "address", ada + "@example.org");
        Pages.seenBy(ada).post("/groups/" + here.group + "/dates/letters");
        try (var post = new PostOffice()) {
            assertThat(post.deliver().to(ada + "@example.org")).hasSize(1);
        }
    }
}
