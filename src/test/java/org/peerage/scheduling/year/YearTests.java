package org.peerage.scheduling.year;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.networks.NetworkFixture.as;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.peerage.Pages;
import org.peerage.RunningPeerage;
import org.peerage.groups.GroupFixture;
import org.peerage.scheduling.Dates;
import org.peerage.scheduling.GroupDate;
import org.peerage.scheduling.MeetingTime;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A year of dates from a rule or a list: looked at first, then set as it was looked at.
class YearTests {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final RunningPeerage peerage = RunningPeerage.shared();
    private final GroupFixture here = GroupFixture.aGroup().with(3);
    private final String page = "/groups/" + here.group + "/dates/year";

    @Test
    void aRuleIsLookedAtBeforeAnythingIsSet() {
        var preview = preview(rule("Europe/Berlin", "DE", "without", "8"));
        assertThat(days(preview))
                .hasSize(12)
                .startsWith("2031-01-07", "2031-02-04")
                .contains("2031-08-05");
        assertThat(chosen(preview)).as("August is left out").hasSize(11).doesNotContain("7");
        assertThat(preview.text()).contains("Public holidays are those of the whole country: Germany");
        assertThat(ahead()).as("nothing is kept of a preview").isEmpty();

        var again = submitted(preview);
        assertThat(send(page, again).status()).isEqualTo(302);
        assertThat(send(page, again).status()).as("sent twice it acts once").isEqualTo(302);
        var set = ahead();
        assertThat(set).hasSize(11);
        assertThat(set.stream().map(time -> time.local().getMonthValue())).doesNotContain(8);
        assertThat(set)
                .allSatisfy(time -> assertThat(time.local().toLocalTime()).hasToString("18:00"));
        assertThat(set.stream().map(time -> time.start().getOffset()).distinct())
                .as("both changes of the clock lie in the year")
                .hasSize(2);
        assertThat(rows("select count(distinct uid) from scheduling.date where group_id = :group"))
                .containsExactly("11");
    }

    @Test
    void holidaysArePointedOutWhereTheyAreKnownAndOtherwiseItIsSaid() {
        var list = "2031-04-14; 3 October 2031\n12/11/2031\n2031-11-12";
        var german = preview(list(list, "Europe/Berlin", "DE"));
        assertThat(days(german)).containsExactly("2031-04-14", "2031-10-03", "2031-11-12");
        assertThat(german.select("li:has([value=2031-04-14]) .notice").text())
                .isEqualTo("Public holiday: Easter Monday");
        assertThat(german.select("li:has([value=2031-10-03]) .notice").text()).contains("National holiday");
        assertThat(german.select("#unread li").eachText()).containsExactly("12/11/2031");
        var nepal = preview(list(list, "Asia/Kathmandu", ""));
        assertThat(nepal.text()).contains("No holidays are known for Asia/Kathmandu");
        assertThat(nepal.select("li .notice").text()).doesNotContain("Public holiday");
    }

    @Test
    void whatIsSetAlreadyIsSaidAndNotSetAgain() {
        as(
                here.chair(),
                () -> peerage.bean(Dates.class)
                        .set(here.group, LocalDateTime.parse("2031-02-04T18:00"), BERLIN, 240, "", ""));
        var form = Pages.seenBy(here.chair()).get(page).page();
        assertThat(form.select("#which [selected]").text()).isEqualTo("The first");
        assertThat(form.select("#weekday [selected]").text()).isEqualTo("Tuesday");
        assertThat(form.select("#zone [selected]").val()).isEqualTo("Europe/Berlin");
        var preview = preview(rule("Europe/Berlin", "DE"));
        assertThat(chosen(preview)).hasSize(11).doesNotContain("1");
        assertThat(preview.select("li:has([value=2031-02-04]) .notice").text())
                .contains("In this month there is a date already");
    }

    @Test
    void aDayMayBeChangedInThePreviewAndOneThatCannotBeStaysUnset() {
        var preview = preview(rule("Europe/Berlin", "DE"));
        var fields = submitted(preview);
        fields.set(fields.indexOf("2031-01-07"), "2031-01-09");
        assertThat(days(Pages.seenBy(here.chair())
                        .post(page + "/preview", fields.toArray(String[]::new))
                        .page()))
                .startsWith("2031-01-09", "2031-02-04");
        assertThat(send(page, fields).status()).isEqualTo(302);
        assertThat(ahead().getFirst().local()).isEqualTo(LocalDateTime.parse("2031-01-09T18:00"));

        var skipped = list("2031-03-30", "Europe/Berlin", "DE");
        skipped.set(skipped.indexOf("18:00"), "02:30");
        var odd = preview(skipped);
        assertThat(chosen(odd)).isEmpty();
        assertThat(odd.select("li .notice").text()).contains("The clocks jump over this time");
        var forced = new ArrayList<>(submitted(odd));
        forced.addAll(List.of("set", "0"));
        assertThat(send(page, forced).status()).isEqualTo(422);
        assertThat(ahead()).hasSize(12);
    }

    @Test
    void whatCannotBeReadIsSaidAndNothingIsSet() {
        assertThat(send(page + "/preview", list("", "Europe/Berlin", ""))
                        .page()
                        .select("[role=alert]")
                        .text())
                .contains("No day is named yet");
        assertThat(send(page + "/preview", list("2031-03-04", "Mars/Base", "")).status())
                .isEqualTo(422);
        var none = submitted(preview(rule("Europe/Berlin", "DE"))).stream().toList();
        var without = new ArrayList<String>();
        for (var i = 0; i < none.size(); i += 2) {
            if (!none.get(i).equals("set")) {
                without.addAll(none.subList(i, i + 2));
            }
        }
        assertThat(send(page, without).page().select("[role=alert]").text()).contains("Nothing was set");
        assertThat(ahead()).isEmpty();
    }

    @Test
    void oddZonesKeepTheirClockThroughTheYear() {
        for (var zone : List.of("Asia/Kathmandu", "America/St_Johns")) {
            var circle = GroupFixture.aGroup().with(2);
            var fields = submitted(Pages.seenBy(circle.chair())
                    .post(
                            "/groups/" + circle.group + "/dates/year/preview",
                            rule(zone, "").toArray(String[]::new))
                    .page());
            Pages.seenBy(circle.chair()).post("/groups/" + circle.group + "/dates/year", fields.toArray(String[]::new));
            assertThat(as(
                            circle.chair(),
                            () -> peerage.bean(Dates.class).ahead(circle.group).stream()
                                    .map(GroupDate::time)
                                    .toList()))
                    .hasSize(12)
                    .allSatisfy(time -> assertThat(time.start().toLocalTime()).hasToString("18:00"))
                    .allSatisfy(time -> assertThat(time.zone()).isEqualTo(ZoneId.of(zone)));
        }
    }

    private List<String> rule(String zone, String country, String... more) {
        var fields = new ArrayList<>(List.of(
                "way",
                "RULE",
                "which",
                "1",
                "weekday",
                "TUESDAY",
                "from",
                "2031-01",
                "months",
                "12",
                "list",
                "",
                "country",
                country,
                "time",
                "18:00",
                "zone",
                zone,
                "minutes",
                "240",
                "place",
                "Harbour House"));
        fields.addAll(List.of(more));
        return fields;
    }

    private static List<String> list(String days, String zone, String country) {
        return new ArrayList<>(List.of(
                "way", "LIST", "list", days, "country", country, "time", "18:00", "zone", zone, "minutes", "240"));
    }

    private Document preview(List<String> fields) {
        return send(page + "/preview", fields).page();
    }

    private Pages.Answer send(String path, List<String> fields) {
        return Pages.seenBy(here.chair()).post(path, fields.toArray(String[]::new));
    }

    private static List<String> days(Document preview) {
        return preview.select("input[name=day]").eachAttr("value");
    }

    private static List<String> chosen(Document preview) {
        return preview.select("input[name=set][checked]").eachAttr("value");
    }

    /// The form of the preview as it stands.
    private static List<String> submitted(Document preview) {
        var fields = new ArrayList<String>();
        preview.select("form[aria-labelledby=preview] input").stream()
                .filter(input -> !input.is("[type=checkbox]") || input.hasAttr("checked"))
                .forEach(input -> fields.addAll(List.of(input.attr("name"), input.val())));
        assertThat(UUID.fromString(fields.get(1))).isNotNull();
        return fields;
    }

    private List<MeetingTime> ahead() {
        return as(
                here.members.getFirst(),
                () -> peerage.bean(Dates.class).ahead(here.group).stream()
                        .map(GroupDate::time)
                        .toList());
    }

    private List<String> rows(String query) {
        PersonId chair = here.chair();
        return as(
                chair,
                () -> peerage.inTransaction(() -> peerage.bean(JdbcClient.class)
                        .sql(query)
                        .param("group", here.group.value())
                        .query(String.class)
                        .list()));
    }
}
