package org.peerage.guide.anniversaries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.networks.NetworkFixture.as;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.UUID;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.peerage.Pages;
import org.peerage.RunningPeerage;
import org.peerage.groups.GroupFixture;
import org.peerage.meetings.MeetingId;
import org.peerage.meetings.Meetings;
import org.peerage.scheduling.Dates;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A year is said once: at the first meeting after its day.
class AnniversaryTests {

    private static final ZoneId ZONE = ZoneId.of("Europe/Lisbon");
    private static final RunningPeerage PEERAGE = RunningPeerage.shared();

    private final GroupFixture here = GroupFixture.aGroup().with(3).inAnOpenRoom();
    private final PersonId ada = here.members.get(0);

    @Test
    void aYearIsFullOnItsDayAndSaidOnce() {
        var since = LocalDate.of(2024, 2, 29);
        assertThat(years(since, "2024-12-31", "2025-02-27")).isZero();
        assertThat(years(since, "2024-12-31", "2025-02-28")).isOne();
        assertThat(years(since, "2025-02-28", "2025-03-31")).as("said before").isZero();
        assertThat(years(since, "2028-02-28", "2028-02-29")).isEqualTo(4);
        assertThat(years(since, "2024-02-01", "2024-03-31"))
                .as("the day itself")
                .isZero();
        assertThat(years(since, "2024-12-31", "2027-06-01"))
                .as("the last of several")
                .isEqualTo(3);
    }

    private static int years(LocalDate since, String after, String until) {
        return Anniversary.of(null, since, LocalDate.parse(after), LocalDate.parse(until))
                .map(Anniversary::years)
                .orElse(0);
    }

    @Test
    void aWeekBeforeTheChairReadsWhoseYearItIs() {
        aMeeting(3);
        assertThat(ahead()).isEmpty();
        satSince(1);
        assertThat(ahead()).contains("Member 1: a year in this group").doesNotContain("Member 2");
        satSince(2);
        assertThat(ahead()).contains("Member 1: 2 years in this group");
    }

    @Test
    void whatIsFurtherOffIsNotSaidYet() {
        aMeeting(9);
        satSince(1);
        assertThat(ahead()).isEmpty();
    }

    @Test
    void itStandsAtTheOpeningForEverybodyAndTheGroupsOwnFirst() {
        satSince(1);
        metAYearAgo();
        var meeting = aMeeting(0);
        as(here.chair(), () -> PEERAGE.bean(Meetings.class).act(meeting, "start", null));
        for (var person : here.members) {
            assertThat(opening(person, meeting))
                    .containsSubsequence(
                            "Tuesday Circle: a year since the first meeting", "Member 1: a year in this group");
        }
    }

    private String ahead() {
        return Pages.seenBy(here.chair())
                .get(here.group.address() + "/leading")
                .page()
                .select(".anniversaries")
                .text();
    }

    private static String opening(PersonId person, MeetingId meeting) {
        var item = as(
                person,
                () -> PEERAGE.bean(JdbcClient.class)
                        .sql("select id from meetings.shared_item where meeting_id = :meeting and kind = 'arrive'")
                        .param("meeting", meeting.value())
                        .query(UUID.class)
                        .single());
        return Pages.seenBy(person)
                .get("/meetings/" + meeting + "/items/" + item)
                .page()
                .select(".anniversaries")
                .stream()
                .map(Element::text)
                .findFirst()
                .orElse("");
    }

    private void satSince(int years) {
        passes("update groups.seat set changed_at = now() - make_interval(years => " + years
                + ") where group_id = ? and person_id = '" + ada + "'");
    }

    /// Before a meeting eleven months ago, which is the last.
    private void metAYearAgo() {
        for (var months : new int[] {12, 11}) {
            var meeting = aMeeting(0);
            as(here.chair(), () -> PEERAGE.bean(Meetings.class).act(meeting, "start", null));
            passes("update meetings.meeting set state = 'closed', closed_at = now() - make_interval(months => " + months
                    + "), starts_at = now() - make_interval(months => " + months
                    + ") where group_id = ? and id = '" + meeting + "'");
        }
    }

    private void passes(String change) {
        assertThat(PEERAGE.asSuperuser(change, here.group.value())).isOne();
    }

    private MeetingId aMeeting(int days) {
        var start = LocalDateTime.now(ZONE).plusDays(days).plusMinutes(5);
        var date = as(here.chair(), () -> PEERAGE.bean(Dates.class).set(here.group, start, ZONE, 240, "", ""));
        return as(here.chair(), () -> PEERAGE.bean(Meetings.class).ofDate(date.value()))
                .orElseThrow();
    }
}
