package org.peerage.meetings.floor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.peerage.networks.NetworkFixture.aPerson;
import static org.peerage.networks.NetworkFixture.as;

import java.time.Duration;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.peerage.Pages;
import org.peerage.groups.GroupFixture;
import org.peerage.live.LiveTopics;
import org.peerage.meetings.MeetingId;
import org.peerage.scheduling.Dates;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import org.peerage.web.NotFound;
import org.springframework.boot.availability.ApplicationAvailabilityBean;

/// What meetings are at the real database: from a date to an end, and nothing of them to anybody else.
class MeetingsTests extends MeetingOfSix {

    @Test
    void aDateBringsAMeetingAndItsEndTakesItAway() {
        var date = aDate(240);
        var meeting = meetingOf(date);
        assertThat(as(member, () -> store().find(meeting).orElseThrow().startsAt()))
                .isEqualTo(START);

        as(chair, () -> {
            peerage.bean(Dates.class).move(date, EVENING.plusDays(1), BERLIN);
            return true;
        });
        assertThat(as(member, () -> store().find(meeting).orElseThrow().startsAt()))
                .isEqualTo(START.plus(Duration.ofDays(1)));

        as(chair, () -> {
            peerage.bean(Dates.class).cancel(date);
            return true;
        });
        assertThat(scheduled(meeting).state()).isEqualTo(ScheduledMeeting.State.CANCELLED);
    }

    @Test
    void aConvenerWhoSetsADateBringsAMeetingTheyCannotEnter() {
        var date = as(here.convener, () -> peerage.bean(Dates.class).set(here.group, EVENING, BERLIN, 240, "", ""));
        var meeting = as(member, () -> meetings.ofDate(date.value())).orElseThrow();
        assertThat(as(here.convener, () -> store().find(meeting))).isEmpty();
        assertThat(Pages.seenBy(here.convener).get("/meetings/" + meeting).status())
                .isEqualTo(404);
    }

    @Test
    void aConvenerSeesHowManyWereThereAndNothingElse() {
        var meeting = started();
        act(member, meeting, "arrive");
        var list = Pages.seenBy(here.convener).get("/groups/" + here.group + "/meetings");
        assertThat(list.status()).isEqualTo(200);
        assertThat(list.page().text()).contains("2 present").doesNotContain("Join the meeting");
        assertThat(list.body()).doesNotContain(meeting.toString());
        for (var table : List.of(
                "meetings.meeting",
                "meetings.item",
                "meetings.turn",
                "meetings.attendance",
                "meetings.rating",
                "live.topic",
                "live.event",
                "live.presence")) {
            assertThat(as(here.convener, () -> rows(table)))
                    .as("rows of %s that a convener sees", table)
                    .isZero();
        }
    }

    @Test
    void anotherGroupSeesNothingAndEveryPageIsNotThere() {
        var meeting = started();
        var stranger = GroupFixture.aGroup().with(1).chair();
        for (var table :
                List.of("meetings.meeting", "meetings.item", "meetings.attendance", "live.topic", "live.event")) {
            assertThat(as(stranger, () -> rows(table))).as(table).isZero();
        }
        var item = current(meeting).toString();
        for (var path : List.of("", "/live", "/prepare", "/events", "/items/" + item)) {
            assertThat(Pages.seenBy(stranger).get("/meetings/" + meeting + path).status())
                    .as(path)
                    .isEqualTo(404);
        }
        assertThat(post(stranger, meeting, "next", 1, Ids.next()).status()).isEqualTo(404);
        assertThat(post(stranger, meeting, "arrive", 0, Ids.next()).status()).isEqualTo(404);
        assertThat(Pages.seenBy(aPerson())
                        .get("/groups/" + here.group + "/meetings")
                        .status())
                .isEqualTo(404);
        assertThat(Pages.seenBy(member).get("/meetings/none-such/live").status())
                .isEqualTo(404);
    }

    @Test
    void theAgendaIsGeneratedUntilAChairApprovesIt() {
        var meeting = meetingOf(aDate(240));
        var draft = Pages.seenBy(chair).get("/meetings/" + meeting);
        assertThat(draft.page().select("ol.agenda > li")).hasSize(11);
        assertThat(draft.page().text()).contains("Draft, made from what is due", "240 of 240 minutes planned");
        assertThat(as(chair, () -> rows("meetings.item"))).isZero();
        assertThat(Pages.seenBy(member).get("/meetings/" + meeting).page().select("form[action*=agenda]"))
                .isEmpty();

        var approved = change(chair, meeting, "approve");
        assertThat(approved.status()).isEqualTo(200);
        assertThat(approved.page().text()).contains("Approved");
        assertThat(as(chair, () -> rows("meetings.item"))).isEqualTo(11);
    }

    @Test
    void aMemberCannotChangeAnAgenda() {
        var meeting = meetingOf(aDate(240));
        assertThat(change(member, meeting, "approve").status()).isEqualTo(409);
        assertThat(change(member, meeting, "format", "format", "forum-2h").status())
                .isEqualTo(409);
        assertThat(as(member, () -> rows("meetings.item"))).isZero();
    }

    @Test
    void aChangeByHandKeepsTheAgendaAndTwoEditorsNeverOverwriteEachOther() {
        var meeting = meetingOf(aDate(240));
        var seen = Pages.seenBy(chair).get("/meetings/" + meeting).page();
        var first = changeOfThird(meeting, "down", seen);
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.page().select("ol.agenda > li strong").eachText())
                .startsWith("Arrive", "What stays in the room", "Break", "Updates");
        var second = changeOfThird(meeting, "remove", seen);
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.page().select("[role=alert]").text()).contains("Somebody was faster");
        assertThat(second.page().select("ol.agenda > li")).hasSize(11);
    }

    private Pages.Answer changeOfThird(MeetingId meeting, String change, Document seen) {
        return Pages.seenBy(chair)
                .post(
                        "/meetings/" + meeting + "/agenda/" + change,
                        "version",
                        seen.select("input[name=version]").val(),
                        "seen",
                        seen.select("input[name=seen]").val(),
                        "position",
                        "2",
                        "request",
                        Ids.next().toString());
    }

    @Test
    void anAgendaWithoutItsFrameIsRefused() {
        var meeting = meetingOf(aDate(240));
        assertThat(change(chair, meeting, "remove", "position", "1").status()).isEqualTo(409);
        assertThat(change(chair, meeting, "minutes", "position", "2", "minutes", "0")
                        .status())
                .isEqualTo(409);
        assertThat(change(chair, meeting, "minutes", "position", "2", "minutes", "many")
                        .status())
                .isEqualTo(400);
        assertThat(change(chair, meeting, "add", "kind", "pitch", "minutes", "5")
                        .status())
                .isEqualTo(400);
        assertThat(change(chair, meeting, "nonsense").status()).isEqualTo(400);
    }

    @Test
    void aMeetingRunsFromStartToSummaryWithTurnsAndRating() {
        var meeting = meetingOf(aDate(90));
        at(START, () -> act(chair, meeting, "start"));
        for (var person : here.members) {
            at(START.plusSeconds(60), () -> act(person, meeting, "arrive"));
        }
        at(minute(3), () -> act(chair, meeting, "next"));
        for (var person : here.members) {
            at(minute(4), () -> act(person, meeting, "assent"));
        }
        at(minute(4), () -> act(chair, meeting, "assent"));
        at(minute(5), () -> act(chair, meeting, "next"));
        at(minute(5), () -> act(chair, meeting, "next-turn"));
        at(minute(8), () -> act(chair, meeting, "next-turn"));
        at(minute(10), () -> act(chair, meeting, "end-turn"));
        for (var person : here.members) {
            assertThat(rate(person, meeting, "8").status()).isEqualTo(200);
        }
        assertThat(as(member, () -> mean(meeting)))
                .as("no mean while answers can still come")
                .isEqualTo("0 none");
        at(minute(11), () -> act(chair, meeting, "close"));

        var page = Pages.seenBy(chair).get("/meetings/" + meeting).page();
        assertThat(page.text())
                .contains("Present: 6", "8.0 of 10, the mean of 5 answers", "An issue not reached")
                .doesNotContain("it comes first next time");
        assertThat(page.select("tbody tr").eachText())
                .containsExactlyInAnyOrder("Mara Example 1 3:00", "Member 1 1 2:00");
        var mine = Pages.seenBy(member).get("/meetings/" + meeting).page();
        assertThat(mine.select("tbody tr").eachText()).containsExactly("Member 1 1 2:00");
        var other =
                Pages.seenBy(here.members.get(2)).get("/meetings/" + meeting).page();
        assertThat(other.select("tbody tr")).isEmpty();
    }

    /// What was only planned has no record; what was held last before it has, while it is ahead and while it goes on.
    @Test
    void aMeetingOpensFromTheRecordOfTheOneHeldBeforeIt() {
        var held = started();
        act(chair, held, "close");
        aDateAt(START.plus(Duration.ofDays(7)));
        var next = meetingOf(aDateAt(START.plus(Duration.ofDays(28))));
        assertThat(records(next)).containsExactly("/meetings/" + held);
        at(START.plus(Duration.ofDays(28)), () -> act(chair, next, "start"));
        assertThat(records(next)).containsExactly("/meetings/" + held);
        act(chair, next, "close");
        assertThat(records(next)).isEmpty();
        assertThat(records(held)).isEmpty();
    }

    private List<String> records(MeetingId meeting) {
        return Pages.seenBy(member)
                .get("/meetings/" + meeting)
                .page()
                .select("a:contains(The record of the last meeting)")
                .eachAttr("href");
    }

    private Pages.Answer rate(PersonId person, MeetingId meeting, String score) {
        return Pages.seenBy(person)
                .post(
                        "/meetings/" + meeting + "/rating",
                        "item",
                        current(meeting).toString(),
                        "request",
                        uuid(),
                        "score",
                        score);
    }

    @Test
    void fourRatingsShowNoMean() {
        var meeting = started();
        for (var person : here.members.subList(0, 4)) {
            act(person, meeting, "arrive");
            rate(person, meeting, "3");
        }
        act(chair, meeting, "close");
        assertThat(as(chair, () -> mean(meeting))).isEqualTo("4 none");
        assertThat(as(chair, () -> rows("meetings.rating")))
                .as("single answers that the chair sees")
                .isZero();
    }

    @Test
    void aRatingOutsideTheScaleIsRefusedBesideTheForm() {
        var meeting = started();
        for (var score : List.of("11", "-1")) {
            assertThat(rate(chair, meeting, score).status()).as(score).isEqualTo(422);
        }
    }

    @Test
    void aForgottenMeetingIsEndedAfterFourHoursWithItsSummary() {
        var meeting = meetingOf(aDate(240));
        at(START, () -> act(chair, meeting, "start"));
        at(START, () -> act(chair, meeting, "next-all-the-same"));
        at(START, () -> act(chair, meeting, "next-all-the-same"));
        at(START, () -> act(chair, meeting, "next-turn"));
        at(START.plus(Duration.ofHours(4)).minusMillis(1), this::endIdle);
        assertThat(scheduled(meeting).state()).isEqualTo(ScheduledMeeting.State.LIVE);
        at(START.plus(Duration.ofHours(4)), this::endIdle);
        assertThat(scheduled(meeting).state()).isEqualTo(ScheduledMeeting.State.CLOSED);
        assertThat(Pages.seenBy(member).get("/meetings/" + meeting).page().text())
                .contains("ended by itself after four hours");
    }

    @Test
    void noMeetingIsEndedBeforeTheProgramIsReady() {
        var meeting = meetingOf(aDate(240));
        at(START, () -> act(chair, meeting, "start"));
        // Without an application behind it, this one says that nobody may come in yet.
        var starting = new IdleMeetings(peerage.bean(Acts.class), new ApplicationAvailabilityBean());
        at(START.plus(Duration.ofHours(5)), () -> endIdle(starting));
        assertThat(scheduled(meeting).state()).isEqualTo(ScheduledMeeting.State.LIVE);
        at(START.plus(Duration.ofHours(5)), this::endIdle);
        assertThat(scheduled(meeting).state()).isEqualTo(ScheduledMeeting.State.CLOSED);
    }

    @Test
    void thePageAndTheFragmentComeFromOneAddress() {
        var meeting = started();
        var page = Pages.seenBy(member).get("/meetings/" + meeting + "/live").page();
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.select("#floor [data-clock]")).hasSize(1);
        assertThat(page.select("[role=timer]").attr("aria-live")).isEmpty();
        assertThat(page.select("[data-announce][role=status]")).hasSize(1);
        var fragment = Pages.seenBy(member).fragment("/meetings/" + meeting + "/live");
        assertThat(fragment.page().select("html > head > title")).isEmpty();
        // By this the rooms stay open for as long as a meeting goes on.
        assertThat(fragment.page().select("[data-floor][data-phase=LIVE]")).hasSize(1);
        assertThat(fragment.page().select("#plan[hx-swap-oob]")).hasSize(1);
        assertThat(page.select(".lead")).as("controls that a member sees").isEmpty();
        assertThat(Pages.seenBy(chair)
                        .get("/meetings/" + meeting + "/live")
                        .page()
                        .select(".lead button"))
                .hasSizeGreaterThan(3);
    }

    @Test
    void anotherModuleTellsThePagesToLookAgain() {
        var meeting = started();
        var n = scheduled(meeting).n();
        as(member, () -> {
            peerage.bean(LiveTopics.class).changed(meeting.topic(), "step", Ids.next());
            return true;
        });
        assertThat(scheduled(meeting).n()).isEqualTo(n + 1);
        assertThat(scheduled(meeting).version())
                .as("acts of the leader stay valid")
                .isEqualTo(version(meeting));
        var stranger = GroupFixture.aGroup().with(1).chair();
        assertThatThrownBy(() -> as(stranger, () -> {
                    peerage.bean(LiveTopics.class).changed(meeting.topic(), "step", null);
                    return true;
                }))
                .isInstanceOf(NotFound.class);
    }
}
