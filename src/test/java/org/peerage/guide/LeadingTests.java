package org.peerage.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.networks.NetworkFixture.as;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.peerage.Pages;
import org.peerage.RunningPeerage;
import org.peerage.groups.GroupFixture;
import org.peerage.meetings.MeetingId;
import org.peerage.meetings.Meetings;
import org.peerage.scheduling.Dates;
import org.peerage.sealing.KeyholderRoom;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import org.peerage.tenancy.PretendedTime;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Whoever chairs a group sees who is missing and reminds them in one press, and whoever leads a meeting does so for
/// that one; nobody else is shown any of it.
class LeadingTests {

    private static final ZoneId ZONE = ZoneId.of("Europe/Lisbon");
    private static final RunningPeerage PEERAGE = RunningPeerage.shared();

    private final GroupFixture here = GroupFixture.aGroup().with(3).inAnOpenRoom();
    private final PersonId ada = here.members.get(0);
    private final PersonId noor = here.members.get(1);
    private final String page = "/groups/" + here.group + "/leading";

    @Test
    void whoHasNotPreparedOrAnsweredStandsThereWithAWordDrafted() {
        var meeting = aMeetingIn(5);
        var sealed = here.sealed(
                ada, new KeyholderRoom.About("update", Ids.next(), meeting), Map.of("headline", "All is well."));
        assertThat(Pages.seenBy(ada)
                        .post("/meetings/" + meeting + "/prepare", "format", "event", "sealed", sealed)
                        .status())
                .isLessThan(400);
        var leading = leading();
        var prepare = leading.expectFirst("li:has(form[action$=/leading/prepare])");
        assertThat(prepare.select(".people").text()).contains("Member 2").doesNotContain("Member 1");
        assertThat(prepare.select("textarea").text())
                .contains("We meet on", "/meetings/" + meeting + "/prepare", "Mara Example");
        assertThat(leading.select("li:has(form[action$=/leading/answer]) .people li"))
                .hasSize(2);
        assertThat(leading.select("#things > ol > li")).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void onePressTellsThemAllOnceADay() {
        aMeetingIn(5);
        var morning = LocalDate.now(ZONE).plusDays(1).atTime(9, 0).atZone(ZONE);
        PretendedTime.at(morning.toInstant(), () -> {
            assertThat(Pages.seenBy(here.chair()).post(page + "/prepare").at()).isEqualTo(page);
            assertThat(Pages.seenBy(noor).get("/notices").page().text()).contains("is not there yet");
            assertThat(leading()
                            .expectFirst("li:has(form[action$=/leading/prepare])")
                            .text())
                    .contains("reminded on", "Remind them again");
            return true;
        });
        assertThat(pressed(morning.plusHours(14))).as("once a day").isEqualTo(2);
        assertThat(pressed(morning.plusHours(16))).as("the next day").isEqualTo(4);
    }

    private int pressed(ZonedDateTime at) {
        PretendedTime.at(at.toInstant(), () -> Pages.seenBy(here.chair()).post(page + "/prepare"));
        return reminders(here.chair());
    }

    @Test
    void whatIsFarOffWaitsForNobody() {
        aMeetingIn(40);
        assertThat(leading().select("form[action$=/leading/prepare]")).isEmpty();
        Pages.seenBy(here.chair()).post(page + "/prepare");
        assertThat(reminders(here.chair())).isZero();
    }

    @Test
    void nobodyElseIsShownAnyOfIt() {
        aMeetingIn(5);
        Pages.seenBy(here.chair()).post(page + "/answer");
        for (var other : new PersonId[] {
            ada, here.convener, GroupFixture.aGroup().with(1).inAnOpenRoom().chair()
        }) {
            assertThat(Pages.seenBy(other).get(page).status()).isEqualTo(404);
            assertThat(Pages.seenBy(other).post(page + "/answer").status()).isEqualTo(404);
            assertThat(reminders(other)).isZero();
        }
        assertThat(Pages.seenBy(ada).get("/groups/" + here.group).page().select("a[href$=/leading]"))
                .isEmpty();
    }

    @Test
    void whoeverLeadsInHalfAYearHasNobodyToRemindYet() {
        named(aMeetingIn(180), noor);
        assertThat(Pages.seenBy(noor).get("/groups/" + here.group).page().select("a[href$=/leading]"))
                .isEmpty();
    }

    @Test
    void whoeverLeadsOneMeetingRemindsForThatOneAlone() {
        var meeting = aMeetingIn(5);
        var later = aMeetingIn(40);
        var theirs = "/meetings/" + meeting + "/leading";
        assertThat(Pages.seenBy(noor).get(theirs).status())
                .as("nobody is named yet")
                .isEqualTo(404);
        named(meeting, noor);
        assertThat(Pages.seenBy(noor)
                        .get("/meetings/" + meeting)
                        .page()
                        .select("a[href='" + theirs + "']")
                        .text())
                .isEqualTo("Who is not ready yet");
        assertThat(Pages.seenBy(noor)
                        .get("/groups/" + here.group)
                        .page()
                        .select("a[href$=/leading]")
                        .text())
                .contains("Who is not ready for");
        var missing = Pages.seenBy(noor).get(theirs).page();
        assertThat(missing.select("li:has(form[action$=/leading/prepare]) .people")
                        .text())
                .contains("Member 1", "Mara Example")
                .doesNotContain("Member 2");
        assertThat(missing.select("textarea").text()).contains("/meetings/" + meeting + "/prepare", "Member 2");
        assertThat(missing.text()).doesNotContain("Whose turn it was");

        var nine = LocalDate.now(ZONE).plusDays(1).atTime(9, 0).atZone(ZONE);
        PretendedTime.at(nine.toInstant(), () -> {
            assertThat(Pages.seenBy(noor).post(theirs + "/prepare").at()).isEqualTo(theirs);
            assertThat(Pages.seenBy(ada).get("/notices").page().text())
                    .contains("Member 2 reminds you: your update for the meeting of");
            assertThat(leading()
                            .expectFirst("li:has(form[action$=/leading/prepare])")
                            .text())
                    .as("the chair sees who was reminded")
                    .contains("reminded on");
            return true;
        });
        assertThat(pressed(nine.plusHours(2)))
                .as("whom the leader reminded, the chair does not remind again that day; the leader they may")
                .isEqualTo(3);

        for (var other : new PersonId[] {
            ada, here.convener, GroupFixture.aGroup().with(1).inAnOpenRoom().chair()
        }) {
            assertThat(Pages.seenBy(other).get(theirs).status()).isEqualTo(404);
            assertThat(Pages.seenBy(other).post(theirs + "/prepare").status()).isEqualTo(404);
            assertThat(reminders(other)).isZero();
        }
        for (var not : new String[] {page, "/meetings/" + later + "/leading"}) {
            assertThat(Pages.seenBy(noor).get(not).status()).isEqualTo(404);
            assertThat(Pages.seenBy(noor).post(not + "/prepare").status()).isEqualTo(404);
        }
        assertThat(Pages.seenBy(here.chair()).get(theirs).status()).isEqualTo(200);
        named(meeting, ada);
        assertThat(Pages.seenBy(noor).get(theirs).status())
                .as("somebody else leads")
                .isEqualTo(404);
        assertThat(reminders(noor)).isZero();
        assertThat(reminders(ada)).isEqualTo(3);
    }

    @Test
    void ofAMeetingThatIsFarOffWhoeverLeadsItReadsWhenTheyWillSee() {
        var meeting = aMeetingIn(40);
        named(meeting, noor);
        var theirs = Pages.seenBy(noor).get("/meetings/" + meeting + "/leading").page();
        assertThat(theirs.text()).contains("7 days before the meeting you see here");
        assertThat(theirs.select("form[action$=/leading/prepare]")).isEmpty();
        Pages.seenBy(noor).post("/meetings/" + meeting + "/leading/prepare");
        assertThat(reminders(noor)).isZero();
    }

    @Test
    void onceItHasBegunNobodyIsRemindedAnyMore() {
        var meeting = aMeetingAt(LocalDateTime.now(ZONE).plusMinutes(10));
        named(meeting, noor);
        assertThat(as(noor, () -> PEERAGE.bean(Meetings.class).act(new MeetingId(meeting), "start", null)))
                .isTrue();
        assertThat(Pages.seenBy(noor).get("/meetings/" + meeting + "/leading").at())
                .isEqualTo("/meetings/" + meeting);
        Pages.seenBy(noor).post("/meetings/" + meeting + "/leading/prepare");
        assertThat(reminders(here.chair())).isZero();
    }

    private void named(UUID meeting, PersonId leader) {
        assertThat(as(here.chair(), () -> PEERAGE.bean(Meetings.class).lead(new MeetingId(meeting), leader)))
                .isTrue();
    }

    private Document leading() {
        return Pages.seenBy(here.chair()).get(page).page();
    }

    private static int reminders(PersonId person) {
        return as(
                person,
                () -> PEERAGE.bean(JdbcClient.class)
                        .sql("select count(*) from guide.reminder")
                        .query(Integer.class)
                        .single());
    }

    private UUID aMeetingIn(int days) {
        return aMeetingAt(LocalDateTime.now(ZONE).plusDays(days).withHour(9).withMinute(0));
    }

    private UUID aMeetingAt(LocalDateTime start) {
        var date = as(here.chair(), () -> PEERAGE.bean(Dates.class).set(here.group, start, ZONE, 240, "", ""));
        return as(here.chair(), () -> PEERAGE.bean(Meetings.class).ofDate(date.value()))
                .orElseThrow()
                .value();
    }
}
