package org.peerage.meetings.floor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.meetings.floor.MeetingFixture.CHAIR;
import static org.peerage.meetings.floor.MeetingFixture.IDA;
import static org.peerage.meetings.floor.MeetingFixture.JONAS;
import static org.peerage.meetings.floor.MeetingFixture.MARA;
import static org.peerage.meetings.floor.MeetingFixture.MEMBER;
import static org.peerage.meetings.floor.MeetingFixture.OTHER;
import static org.peerage.meetings.floor.MeetingFixture.at;
import static org.peerage.meetings.floor.MeetingFixture.atUpdates;
import static org.peerage.meetings.floor.MeetingFixture.led;
import static org.peerage.meetings.floor.MeetingFixture.live;
import static org.peerage.meetings.floor.MeetingFixture.refused;
import static org.peerage.meetings.floor.MeetingFixture.with;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.peerage.meetings.StepRound;

/// Rounds within an item, passing, and raised hands.
class TurnTests {

    private static Live passed(Live live, Decision decision) {
        var turns = new ArrayList<>(live.turns());
        var turn = ((Decision.Passed) decision).turn();
        turns.removeIf(one -> one.number() == turn.number());
        turns.add(turn);
        return with(live, turns, live.within());
    }

    private static Live within(Live live, @Nullable StepRound round) {
        return with(live, live.turns(), round);
    }

    private static StepRound round(int number, Instant ends) {
        return new StepRound(number, ends);
    }

    @Test
    void whoeverPassesIsNotAskedAgainInThisRound() {
        var live = atUpdates(JONAS, IDA);
        var after = passed(live, live.decide(new Act.Pass(JONAS), MEMBER, 0, at(11)));
        assertThat(after.version()).as("what the leader saw still holds").isEqualTo(live.version());
        assertThat(after.round().orElseThrow().notHeardYet()).containsExactly(MARA, IDA);
        assertThat(after.decide(new Act.Pass(JONAS), MEMBER, 0, at(12))).isEqualTo(refused(Refusal.NOTHING_TO_PASS));
    }

    @Test
    void whoeverHasTheWordEndsTheirOwnTurn() {
        var live = led(atUpdates(JONAS, IDA), new Act.GiveTurn(JONAS), at(10));
        var decision = (Decision.Passed) live.decide(new Act.Pass(JONAS), MEMBER, 0, at(13));
        assertThat(decision.turn().spoken()).isEqualTo(Duration.ofMinutes(3));
        assertThat(passed(live, decision).speaking()).isEmpty();
    }

    @Test
    void onlyWhoeverLeadsPassesForAnother() {
        var live = atUpdates(JONAS, IDA);
        assertThat(live.decide(new Act.Pass(JONAS), OTHER, 0, at(11))).isEqualTo(refused(Refusal.NOT_LEADING));
        assertThat(live.decide(new Act.Pass(JONAS), CHAIR, 0, at(11))).isInstanceOf(Decision.Passed.class);
    }

    @Test
    void nobodyPassesWhereNobodyIsHeardInTurn() {
        var live = live(JONAS);
        assertThat(live.round()).isEmpty();
        assertThat(live.decide(new Act.Pass(JONAS), MEMBER, 0, at(2))).isEqualTo(refused(Refusal.NOTHING_TO_PASS));
        assertThat(live.decide(new Act.NextTurn(), CHAIR, live.version(), at(2)))
                .isEqualTo(refused(Refusal.ALL_HEARD));
    }

    /// A group may go round twice in one issue, and each step has its own time.
    @Test
    void everyRoundOfAnItemHearsEverybodyAnewAndSharesItsOwnTime() {
        var first = within(live(JONAS, IDA), round(3, at(7)));
        var after = led(first, new Act.NextTurn(), at(1));
        assertThat(after.speaking().orElseThrow().countdown().left(at(1))).isEqualTo(Duration.ofMinutes(2));
        assertThat(after.round().orElseThrow().notHeardYet()).containsExactly(JONAS, IDA);
        assertThat(within(after, round(4, at(30))).round().orElseThrow().notHeardYet())
                .containsExactly(MARA, JONAS, IDA);
        assertThat(within(after, null).round()).isEmpty();
    }

    @Test
    void handsStandInTheOrderInWhichTheyWereRaisedAndComeDownWithATurn() {
        var live = raised(raised(live(JONAS, IDA), OTHER, 2), MEMBER, 3);
        assertThat(live.hands()).containsExactly(IDA, JONAS);
        var spoke = led(live, new Act.GiveTurn(IDA), at(4));
        assertThat(spoke.hands()).containsExactly(JONAS);
        assertThat(raised(spoke, OTHER, 5).hands())
                .as("again, while still speaking")
                .containsExactly(JONAS, IDA);
        assertThat(raised(spoke, MEMBER, 5).hands()).as("lowered").isEmpty();
        assertThat(led(live, new Act.Next(false), at(6)).hands())
                .as("at the next item")
                .isEmpty();
    }

    private static Live raised(Live live, Decision.By by, int minute) {
        var marked = ((Decision.Marked) live.decide(new Act.Hand(), by, 0, at(minute))).attendee();
        return with(
                live,
                List.copyOf(live.attendees().stream()
                        .map(one -> one.person().equals(marked.person()) ? marked : one)
                        .toList()));
    }
}
