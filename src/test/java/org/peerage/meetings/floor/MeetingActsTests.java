package org.peerage.meetings.floor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.networks.NetworkFixture.as;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.peerage.Pages;
import org.peerage.live.LiveFixture;
import org.peerage.live.Streams;
import org.peerage.tenancy.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Acts in a live meeting at the real database: once each, in order, by whoever may.
class MeetingActsTests extends MeetingOfSix {

    @Test
    void aRepeatedRequestIsAnsweredAgainAndActsOnce() {
        var meeting = started();
        var request = Ids.next();
        var version = version(meeting);
        var first = post(chair, meeting, "next", version, request);
        var again = post(chair, meeting, "next", version, request);
        assertThat(first.status()).isEqualTo(200);
        assertThat(again.status()).isEqualTo(200);
        assertThat(version(meeting)).isEqualTo(version + 1);
        assertThat(again.page().select("[data-floor]").attr("data-item"))
                .isEqualTo(first.page().select("[data-floor]").attr("data-item"));
    }

    @Test
    void anActOutOfOrderSaysWhatHappenedAndShowsWhatStands() {
        var meeting = started();
        var version = version(meeting);
        post(chair, meeting, "next", version, Ids.next());
        var late = post(chair, meeting, "next", version, Ids.next());
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.page().select(".notice").text()).contains("Somebody was faster", "Nothing was changed");
        assertThat(late.page().select("[data-floor]").attr("data-step")).isEqualTo("What stays in the room");
        assertThat(version(meeting)).isEqualTo(version + 1);
    }

    @Test
    void everyActIsAnEventWithItsNumber() {
        var meeting = started();
        act(member, meeting, "arrive");
        act(chair, meeting, "next");
        act(member, meeting, "assent");
        act(chair, meeting, "pause");
        assertThat(as(
                        member,
                        () -> peerage.bean(JdbcClient.class)
                                .sql("select n || ' ' || what from live.event where topic_id = :id order by n")
                                .param("id", meeting.value())
                                .query(String.class)
                                .list()))
                .containsExactly("1 start", "2 arrive", "3 next", "4 assent", "5 pause");
    }

    @Test
    void whatNoPageOfOursSendsIsABadRequestAndChangesNothing() {
        var meeting = started();
        var n = scheduled(meeting).n();
        assertThat(post(chair, meeting, "dance", 1, Ids.next()).status()).isEqualTo(400);
        assertThat(Pages.seenBy(chair)
                        .post("/meetings/" + meeting + "/acts/next", "version", "1", "request", "x")
                        .status())
                .isEqualTo(400);
        assertThat(Pages.seenBy(chair)
                        .post("/meetings/" + meeting + "/acts/next", "version", "x", "request", uuid())
                        .status())
                .isEqualTo(400);
        assertThat(Pages.seenBy(chair)
                        .post("/meetings/" + meeting + "/acts/turn", "version", "1", "request", uuid(), "person", "x")
                        .status())
                .isEqualTo(400);
        assertThat(scheduled(meeting).n()).isEqualTo(n);
    }

    @Test
    void aMemberWithoutTheLeadMovesNothingByRuleAndByPolicy() {
        var meeting = started();
        act(member, meeting, "arrive");
        var version = version(meeting);
        assertThat(post(member, meeting, "next", version, Ids.next()).status()).isEqualTo(409);
        assertThat(as(
                        member,
                        () -> peerage.bean(JdbcClient.class)
                                .sql("update meetings.meeting set version = 99 where id = :id")
                                .param("id", meeting.value())
                                .update()))
                .isZero();
        assertThat(as(
                        member,
                        () -> peerage.bean(JdbcClient.class)
                                .sql("update meetings.item set state = 'done' where meeting_id = :id")
                                .param("id", meeting.value())
                                .update()))
                .isZero();
        assertThat(version(meeting)).isEqualTo(version);
    }

    @Test
    void nobodyAssentsForAnother() {
        var meeting = started();
        act(member, meeting, "arrive");
        assertThat(as(
                        chair,
                        () -> peerage.bean(JdbcClient.class)
                                .sql("update meetings.attendance set assented_at = now() where person_id = :member")
                                .param("member", member.value())
                                .update()))
                .isZero();
    }

    @Test
    void theDeputyTakesOverWhenTheLeaderHasNotBeenSeen() {
        var meeting = meetingOf(aDate(240));
        assertThat(change(chair, meeting, "deputy", "deputy", member.toString()).status())
                .isEqualTo(200);
        at(START, () -> act(chair, meeting, "start"));
        at(START.plusSeconds(10), () -> act(member, meeting, "arrive"));
        assertThat(at(START.plusSeconds(119), () -> post(member, meeting, "take-over", version(meeting), Ids.next()))
                        .status())
                .isEqualTo(409);
        at(START.plusSeconds(100), () -> {
            peerage.bean(Streams.class).polled(meeting.topic(), chair);
            LiveFixture.beat(peerage);
            return true;
        });
        assertThat(at(START.plusSeconds(219), () -> post(member, meeting, "take-over", version(meeting), Ids.next()))
                        .status())
                .isEqualTo(409);
        assertThat(at(START.plusSeconds(220), () -> post(member, meeting, "take-over", version(meeting), Ids.next()))
                        .status())
                .isEqualTo(200);
        assertThat(scheduled(meeting).facilitator()).isEqualTo(member);
        assertThat(scheduled(meeting).deputy()).isEqualTo(chair);
    }

    @Test
    void anybodyPresentTakesOverAnAbandonedMeeting() {
        // Row security measures by the database's own clock, so the meeting has to lie in the past.
        var start = Instant.now().minus(Duration.ofMinutes(5));
        var meeting = meetingOf(aDateAt(start));
        at(start, () -> act(chair, meeting, "start"));
        at(start.plusSeconds(5), () -> act(member, meeting, "arrive"));
        assertThat(post(member, meeting, "take-over", version(meeting), Ids.next())
                        .status())
                .isEqualTo(200);
        assertThat(scheduled(meeting).facilitator()).isEqualTo(member);
        act(member, meeting, "next");
    }

    @Test
    void aPageThatAsksForAnItemOfTheDraftFindsWhereTheGroupIs() {
        var meeting = started();
        var draft = "/meetings/" + meeting + "/items/" + Ids.next();
        assertThat(Pages.seenBy(chair).get(draft).page().select("[data-stage]").attr("data-item-kind"))
                .isEqualTo("arrive");
        act(chair, meeting, "close");
        assertThat(Pages.seenBy(chair).get(draft).status()).isEqualTo(404);
    }

    /// The record shows later what the group did not wait for.
    @Test
    void nobodyWhoHasNotAgreedIsPassedOverUnasked() {
        var meeting = started();
        act(member, meeting, "arrive");
        act(chair, meeting, "next");
        act(chair, meeting, "assent");
        var asked = post(chair, meeting, "next", version(meeting), Ids.next());
        assertThat(asked.status()).isEqualTo(200);
        assertThat(asked.page().select("#floor-refusal, [hx-swap-oob*=refusal]").text())
                .contains("Member 1 is here and has not agreed yet")
                .doesNotContain("Mara");
        assertThat(asked.page().select("[data-floor]").attr("data-step")).isEqualTo("What stays in the room");
        act(chair, meeting, "next-all-the-same");
        act(chair, meeting, "close");
        assertThat(Pages.seenBy(member).get("/meetings/" + meeting).page().text())
                .contains("Went on before everybody had agreed", "Member 1 did not agree");
    }

    @Test
    void aMeetingInWhichAllAgreedInTimeSaysNothingOfIt() {
        var meeting = started();
        act(chair, meeting, "next");
        act(chair, meeting, "assent");
        act(chair, meeting, "next");
        act(chair, meeting, "close");
        assertThat(Pages.seenBy(member).get("/meetings/" + meeting).page().text())
                .contains("What we did")
                .doesNotContain("Went on before everybody had agreed");
    }

    @Test
    void aClosedMeetingTakesNoMoreActs() {
        var meeting = started();
        act(chair, meeting, "close");
        var answer = post(chair, meeting, "next", version(meeting), Ids.next());
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.page().text()).contains("The meeting is not going on.", "What we did today");
    }
}
