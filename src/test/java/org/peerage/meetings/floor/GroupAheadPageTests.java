package org.peerage.meetings.floor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.networks.NetworkFixture.as;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.peerage.Pages;
import org.peerage.RunningPeerage;
import org.peerage.groups.GroupFixture;
import org.peerage.meetings.MeetingId;
import org.peerage.meetings.Meetings;
import org.peerage.scheduling.Dates;
import org.peerage.tenancy.PersonId;
import org.peerage.tenancy.PretendedTime;

/// The page of a group goes on when the dates are set: agenda, preparing, the meeting itself.
class GroupAheadPageTests {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDateTime EVENING = LocalDateTime.parse("2031-03-04T18:00");

    private final RunningPeerage peerage = RunningPeerage.shared();
    private final GroupFixture here = GroupFixture.aGroup().with(2);
    private final PersonId chair = here.chair();
    private final PersonId member = here.members.getFirst();

    @Test
    void theNextStepFollowsTheMeeting() {
        here.open();
        here.letIn(member);
        assertThat(next(chair)).isEqualTo("Set the dates → /groups/" + here.group + "/dates");
        assertThat(next(member)).isEqualTo("You are in the room → /groups/" + here.group + "/meetings");

        var date = as(chair, () -> peerage.bean(Dates.class).set(here.group, EVENING, BERLIN, 240, "", ""));
        var meeting = as(chair, () -> peerage.bean(Meetings.class).ofDate(date.value()))
                .orElseThrow();
        assertThat(next(chair))
                .isEqualTo("Look at your first three agendas → /groups/" + here.group + "/meetings/first");
        assertThat(next(member)).isEqualTo("Prepare for the meeting → /meetings/" + meeting + "/prepare");
        assertThat(page(member).select("section.next p").text()).contains("You meet on Tue 4 March 2031, 6:00");

        approve(meeting);
        assertThat(next(chair)).isEqualTo("Prepare for the meeting → /meetings/" + meeting + "/prepare");
        PretendedTime.at(EVENING.atZone(BERLIN).toInstant(), () -> {
            start(meeting);
            assertThat(next(chair)).isEqualTo("The meeting is on → /meetings/" + meeting + "/live");
            assertThat(next(member)).isEqualTo("The meeting is on → /meetings/" + meeting + "/live");
            return meeting;
        });
        assertThat(next(here.convener)).startsWith("The chair goes on from here");
    }

    @Test
    void whoeverLeadsIsAskedAboutAMeetingThatNobodyBegan() {
        here.open();
        here.letIn(member);
        var evening = LocalDateTime.now(BERLIN).plusDays(2).withHour(18).withMinute(0);
        var date = as(chair, () -> peerage.bean(Dates.class).set(here.group, evening, BERLIN, 240, "", ""));
        var meeting = as(chair, () -> peerage.bean(Meetings.class).ofDate(date.value()))
                .orElseThrow();
        PretendedTime.at(evening.plusHours(5).atZone(BERLIN).toInstant(), () -> {
            assertThat(next(chair)).isEqualTo("Did you meet on paper? → /meetings/" + meeting + "/entry");
            assertThat(next(member)).doesNotContain("paper");
            return meeting;
        });
    }

    @Test
    void allPartsOfAGroupAreLinkedFromItsPage() {
        here.open();
        assertThat(page(chair).select("nav[aria-label='About this group'] a").eachAttr("href"))
                .contains(
                        "/groups/" + here.group + "/seats",
                        "/groups/" + here.group + "/charter",
                        "/groups/" + here.group + "/room",
                        "/groups/" + here.group + "/dates",
                        "/groups/" + here.group + "/meetings",
                        "/groups/" + here.group + "/commitments")
                .allSatisfy(path -> assertThat(Pages.seenBy(chair).get(path).status())
                        .as(path)
                        .isEqualTo(200));
    }

    private void approve(MeetingId meeting) {
        var seen = Pages.seenBy(chair).get("/meetings/" + meeting).page();
        Pages.seenBy(chair)
                .post(
                        "/meetings/" + meeting + "/agenda/approve",
                        "version",
                        seen.select("input[name=version]").val(),
                        "seen",
                        seen.select("input[name=seen]").val(),
                        "request",
                        UUID.randomUUID().toString());
    }

    private void start(MeetingId meeting) {
        var version =
                as(chair, () -> peerage.bean(MeetingStore.class).find(meeting)).orElseThrow();
        Pages.seenBy(chair)
                .post(
                        "/meetings/" + meeting + "/acts/start",
                        "version",
                        Long.toString(version.version()),
                        "request",
                        UUID.randomUUID().toString());
    }

    private org.jsoup.nodes.Document page(PersonId person) {
        return Pages.seenBy(person).get("/groups/" + here.group).page();
    }

    private String next(PersonId person) {
        var page = page(person);
        return page.select("section.next h2").text() + " → "
                + page.select("section.next a.button").attr("href");
    }
}
