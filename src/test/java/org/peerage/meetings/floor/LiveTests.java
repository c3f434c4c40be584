package org.peerage.meetings.floor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.meetings.floor.MeetingFixture.CHAIR;
import static org.peerage.meetings.floor.MeetingFixture.IDA;
import static org.peerage.meetings.floor.MeetingFixture.JONAS;
import static org.peerage.meetings.floor.MeetingFixture.MARA;
import static org.peerage.meetings.floor.MeetingFixture.MEMBER;
import static org.peerage.meetings.floor.MeetingFixture.NINE;
import static org.peerage.meetings.floor.MeetingFixture.OTHER;
import static org.peerage.meetings.floor.MeetingFixture.PIET;
import static org.peerage.meetings.floor.MeetingFixture.arrived;
import static org.peerage.meetings.floor.MeetingFixture.at;
import static org.peerage.meetings.floor.MeetingFixture.atUpdates;
import static org.peerage.meetings.floor.MeetingFixture.led;
import static org.peerage.meetings.floor.MeetingFixture.live;
import static org.peerage.meetings.floor.MeetingFixture.moved;
import static org.peerage.meetings.floor.MeetingFixture.planned;
import static org.peerage.meetings.floor.MeetingFixture.refused;
import static org.peerage.meetings.floor.MeetingFixture.with;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.peerage.meetings.items.Frame;

class LiveTests {

    private static final Duration FIVE = Duration.ofMinutes(5);

    @Test
    void aChairStartsAtTheFirstItemAndIsPresent() {
        var live = live();
        assertThat(live.version()).isEqualTo(4);
        assertThat(live.facilitator()).isEqualTo(MARA);
        assertThat(live.current().kind()).isEqualTo(Frame.ARRIVE);
        assertThat(live.countdown()).isEqualTo(new Countdown.Running(Duration.ZERO, NINE, at(5)));
        assertThat(live.attendees()).containsExactly(Attendee.arrived(MARA, 1, NINE, false));
    }

    @Test
    void whatIsDoneKnowsTheMinutesItTook() {
        var live = moved(live().decide(new Act.Next(false), CHAIR, 4, at(3)));
        assertThat(live.items().getFirst().minutesSpent(at(60))).isEqualTo(3);
        assertThat(live.current().minutesSpent(at(5))).isEqualTo(2);
        assertThat(live.items().getLast().minutesSpent(at(60))).isZero();
    }

    @Test
    void theDeputyMayStartAndAMemberMayNot() {
        assertThat(planned().decide(new Act.Start(), MEMBER, 3, NINE)).isInstanceOf(Decision.Moved.class);
        assertThat(planned().decide(new Act.Start(), OTHER, 3, NINE)).isEqualTo(refused(Refusal.NOT_CHAIR));
    }

    @Test
    void startsADayAheadAtTheEarliest() {
        var day = NINE.minus(Duration.ofHours(24));
        assertThat(planned().decide(new Act.Start(), CHAIR, 3, day)).isInstanceOf(Decision.Moved.class);
        assertThat(planned().decide(new Act.Start(), CHAIR, 3, day.minusMillis(1)))
                .isEqualTo(refused(Refusal.TOO_EARLY));
    }

    @Test
    void startsOnlyFromTheAgendaThatWasSeenAndOnlyOnce() {
        assertThat(planned().decide(new Act.Start(), CHAIR, 2, NINE)).isEqualTo(refused(Refusal.STALE));
        assertThat(live().decide(new Act.Start(), CHAIR, 4, NINE)).isEqualTo(refused(Refusal.ALREADY_LIVE));
    }

    @Test
    void theDoorOpensAnHourBefore() {
        var hour = NINE.minus(Duration.ofHours(1));
        assertThat(planned().decide(new Act.Arrive(IDA), OTHER, 0, hour))
                .isEqualTo(new Decision.Marked(Attendee.arrived(IDA, 1, hour, false)));
        assertThat(planned().decide(new Act.Arrive(IDA), OTHER, 0, hour.minusMillis(1)))
                .isEqualTo(refused(Refusal.TOO_EARLY));
    }

    @Test
    void beforeTheStartNothingElseHappens() {
        assertThat(planned().decide(new Act.Next(false), CHAIR, 3, NINE)).isEqualTo(refused(Refusal.NOT_LIVE));
        assertThat(planned().decide(new Act.Assent(), CHAIR, 3, NINE)).isEqualTo(refused(Refusal.NOT_LIVE));
        assertThat(planned().decide(new Act.TakeOver(), CHAIR, 3, NINE)).isEqualTo(refused(Refusal.NOT_LIVE));
    }

    @Test
    void onlyWhoeverLeadsMovesTheMeeting() {
        var live = live(JONAS);
        for (var act : List.of(
                new Act.Next(false),
                new Act.Previous(),
                new Act.GiveTurn(JONAS),
                new Act.NextTurn(),
                new Act.EndTurn(),
                new Act.Extend(5),
                new Act.Pause(),
                new Act.Resume(),
                new Act.HandOver(JONAS),
                new Act.Close())) {
            assertThat(live.decide(act, MEMBER, live.version(), at(1)))
                    .as(act.toString())
                    .isEqualTo(refused(Refusal.NOT_LEADING));
        }
    }

    @Test
    void anActFromAnOlderOrALaterVersionChangesNothing() {
        var live = live();
        assertThat(live.decide(new Act.Next(false), CHAIR, live.version() - 1, at(5)))
                .isEqualTo(refused(Refusal.STALE));
        assertThat(live.decide(new Act.Next(false), CHAIR, live.version() + 1, at(5)))
                .isEqualTo(refused(Refusal.STALE));
    }

    @Test
    void nextLeavesOneItemAndOpensTheFollowingOne() {
        var live = led(live(), new Act.Next(false), at(4));
        assertThat(live.items().getFirst().state()).isEqualTo(Item.State.DONE);
        assertThat(live.items().getFirst().countdown())
                .isEqualTo(new Countdown.Stopped(Duration.ofMinutes(4), Duration.ofMinutes(1)));
        assertThat(live.current().kind()).isEqualTo(Frame.CONFIDENTIALITY);
        assertThat(live.countdown()).isEqualTo(new Countdown.Running(Duration.ZERO, at(4), at(9)));
    }

    @Test
    void endsAtTheEdges() {
        assertThat(live().decide(new Act.Previous(), CHAIR, 4, at(1))).isEqualTo(refused(Refusal.FIRST_ITEM));
        var last = led(atUpdates(), new Act.Next(false), at(40));
        assertThat(last.decide(new Act.Next(false), CHAIR, last.version(), at(41)))
                .isEqualTo(refused(Refusal.LAST_ITEM));
    }

    @Test
    void goingBackOpensAnItemWithWhatItHadLeft() {
        var forth = led(live(), new Act.Next(false), at(2));
        var back = led(forth, new Act.Previous(), at(3));
        assertThat(back.current().kind()).isEqualTo(Frame.ARRIVE);
        assertThat(back.countdown()).isEqualTo(new Countdown.Running(Duration.ofMinutes(2), at(3), at(6)));
        assertThat(back.items().get(1).state()).isEqualTo(Item.State.PLANNED);
    }

    @Test
    void goingBackToWhatWasUsedUpGivesAMinute() {
        var back = led(led(live(), new Act.Next(false), at(9)), new Act.Previous(), at(10));
        assertThat(back.countdown().left(at(10))).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void anItemThatRunsOverPressesTheRest() {
        var late = led(led(live(), new Act.Next(false), at(5)), new Act.Next(false), at(25));
        // Thirty-five minutes are left for updates (10 to 30) and the close (5 to 20).
        assertThat(late.countdown().left(at(25))).isEqualTo(Duration.ofMinutes(21));
        assertThat(late.plan(at(25)).end()).isEqualTo(at(60));
    }

    @Test
    void keepsTheSetEndWhenItStartsHalfAnHourLateAndMovesItAfterThat() {
        var half = moved(planned().decide(new Act.Start(), CHAIR, 3, at(30)));
        assertThat(half.plannedEnd()).isEqualTo(at(60));
        var later = moved(planned().decide(new Act.Start(), CHAIR, 3, at(30).plusMillis(1)));
        assertThat(later.plannedEnd()).isEqualTo(at(90).plusMillis(1));
    }

    @Test
    void aRoundGivesEachTheWordInTurn() {
        var first = led(atUpdates(JONAS, IDA), new Act.NextTurn(), at(10));
        assertThat(first.speaking().orElseThrow().person()).isEqualTo(MARA);
        assertThat(first.speaking().orElseThrow().countdown().left(at(10))).isEqualTo(Duration.ofMinutes(10));
        var second = led(first, new Act.NextTurn(), at(16));
        assertThat(second.speaking().orElseThrow().person()).isEqualTo(JONAS);
        assertThat(second.turns().getFirst())
                .isInstanceOfSatisfying(
                        Turn.Spoken.class, t -> assertThat(t.spoken()).isEqualTo(Duration.ofMinutes(6)));
        // What the first did not use is shared by the others.
        assertThat(second.speaking().orElseThrow().countdown().left(at(16))).isEqualTo(Duration.ofMinutes(12));
        assertThat(second.round().orElseThrow().notHeardYet()).containsExactly(IDA);
    }

    @Test
    void aLatecomerIsAppendedToTheRound() {
        var live = led(atUpdates(JONAS), new Act.NextTurn(), at(10));
        var marked = (Decision.Marked) live.decide(new Act.Arrive(IDA), OTHER, 0, at(20));
        assertThat(marked.attendee()).isEqualTo(Attendee.arrived(IDA, 3, at(20), true));
        assertThat(arrived(live, marked.attendee()).round().orElseThrow().notHeardYet())
                .containsExactly(JONAS, IDA);
    }

    @Test
    void whenAllAreHeardThereIsNoNextTurn() {
        var live = led(atUpdates(), new Act.NextTurn(), at(10));
        assertThat(live.decide(new Act.NextTurn(), CHAIR, live.version(), at(11)))
                .isEqualTo(refused(Refusal.ALL_HEARD));
    }

    @Test
    void leavingAnItemEndsTheTurnInIt() {
        var live = led(led(atUpdates(JONAS), new Act.GiveTurn(JONAS), at(12)), new Act.Next(false), at(15));
        assertThat(live.speaking()).isEmpty();
        assertThat(live.turns()).hasSize(1);
    }

    @Test
    void theWordGoesOnlyToSomebodyPresent() {
        var live = live();
        assertThat(live.decide(new Act.GiveTurn(PIET), CHAIR, live.version(), at(1)))
                .isEqualTo(refused(Refusal.NOT_PRESENT));
        assertThat(live.decide(new Act.EndTurn(), CHAIR, live.version(), at(1)))
                .isEqualTo(refused(Refusal.NOBODY_SPEAKS));
    }

    @Test
    void moreTimeGoesToTheTurnIfThereIsOneAndElseToTheItem() {
        var item = led(atUpdates(JONAS), new Act.Extend(5), at(11));
        assertThat(item.countdown().left(at(11))).isEqualTo(Duration.ofMinutes(34));
        var turn = led(led(atUpdates(JONAS), new Act.NextTurn(), at(10)), new Act.Extend(1), at(11));
        assertThat(turn.speaking().orElseThrow().countdown().left(at(11))).isEqualTo(Duration.ofMinutes(15));
        assertThat(turn.countdown().left(at(11))).isEqualTo(Duration.ofMinutes(29));
    }

    @Test
    void aPauseStopsItemAndTurnAndAResumeMovesBothEnds() {
        var paused = led(led(atUpdates(JONAS), new Act.NextTurn(), at(10)), new Act.Pause(), at(12));
        assertThat(paused.isPaused()).isTrue();
        assertThat(paused.decide(new Act.Pause(), CHAIR, paused.version(), at(13)))
                .isEqualTo(refused(Refusal.ALREADY_PAUSED));
        var resumed = led(paused, new Act.Resume(), at(22));
        assertThat(resumed.countdown()).isEqualTo(new Countdown.Running(Duration.ofMinutes(2), at(22), at(50)));
        assertThat(resumed.speaking().orElseThrow().countdown())
                .isEqualTo(new Countdown.Running(Duration.ofMinutes(2), at(22), at(35)));
        assertThat(resumed.decide(new Act.Resume(), CHAIR, resumed.version(), at(23)))
                .isEqualTo(refused(Refusal.NOT_PAUSED));
    }

    @Test
    void theNextTurnEndsAPause() {
        var live = led(led(atUpdates(JONAS), new Act.Pause(), at(12)), new Act.NextTurn(), at(30));
        assertThat(live.isPaused()).isFalse();
        assertThat(live.countdown().left(at(30))).isEqualTo(Duration.ofMinutes(28));
    }

    @Test
    void whatSomebodyBroughtAndEverybodyLeftComesBackAndWhatNobodyBroughtIsDone() {
        assertThat(live().abandoned(at(240)).items().getFirst().state()).isEqualTo(Item.State.DONE);
        var brought = with(
                live(),
                live().items().stream()
                        .map(i -> i.about(new UUID(6, 6), IDA, "vistage", null))
                        .toList(),
                live().attendees());
        assertThat(brought.abandoned(at(240)).items().stream().map(Item::state)).containsOnly(Item.State.UNCOVERED);
        var closed = ((Decision.Ended) brought.decide(new Act.Close(), CHAIR, brought.version(), at(8))).last();
        assertThat(closed.items().getFirst().state()).isEqualTo(Item.State.DONE);
    }

    @Test
    void lateIsWhoComesAfterTheMinutesOfGrace() {
        var live = live();
        assertThat(live.isLate(at(5), FIVE)).isFalse();
        assertThat(live.isLate(at(5).plusMillis(1), FIVE)).isTrue();
    }

    @Test
    void aLateStartMakesNobodyLate() {
        var live = moved(planned().decide(new Act.Start(), CHAIR, 3, at(10)));
        assertThat(live.isLate(at(15), FIVE)).isFalse();
        assertThat(live.isLate(at(15).plusMillis(1), FIVE)).isTrue();
    }

    @Test
    void oneMarksOneselfAndTheLeaderMarksAnybody() {
        var live = live(JONAS);
        assertThat(live.decide(new Act.Arrive(IDA), MEMBER, 0, at(1))).isEqualTo(refused(Refusal.NOT_LEADING));
        assertThat(live.decide(new Act.Arrive(IDA), CHAIR, 0, at(1))).isInstanceOf(Decision.Marked.class);
        assertThat(live.decide(new Act.Arrive(JONAS), MEMBER, 0, at(1))).isEqualTo(refused(Refusal.ALREADY_DONE));
    }

    @Test
    void nobodyAssentsBeforeTheReadBackOrTwiceOrFromOutside() {
        var live = live(JONAS);
        assertThat(live.decide(new Act.Assent(), MEMBER, 0, at(3))).isEqualTo(refused(Refusal.NOT_READ_YET));
        var reading = led(live, new Act.Next(false), at(5));
        assertThat(reading.decide(new Act.Assent(), MEMBER, 0, at(6)))
                .isEqualTo(new Decision.Marked(
                        Attendee.arrived(JONAS, 2, at(1), false).assented(at(6))));
        assertThat(reading.decide(new Act.Assent(), OTHER, 0, at(6))).isEqualTo(refused(Refusal.NOT_PRESENT));
        var again = arrived(
                with(reading, List.of()),
                Attendee.arrived(JONAS, 1, at(1), false).assented(at(6)));
        assertThat(again.decide(new Act.Assent(), MEMBER, 0, at(7))).isEqualTo(refused(Refusal.ALREADY_DONE));
    }

    @Test
    void aLatecomerAssentsLater() {
        var live = atUpdates(JONAS);
        assertThat(live.decide(new Act.Assent(), MEMBER, 0, at(20))).isInstanceOf(Decision.Marked.class);
    }

    @Test
    void readyIsForOneItemAndCanBeTakenBack() {
        var live = live(JONAS);
        var ready = ((Decision.Marked) live.decide(new Act.Ready(), MEMBER, 0, at(2))).attendee();
        assertThat(ready.isReadyFor(live.current().id())).isTrue();
        assertThat(ready.isReadyFor(live.items().get(1).id())).isFalse();
        var again = arrived(with(live, List.of()), ready);
        assertThat(((Decision.Marked) again.decide(new Act.Ready(), MEMBER, 0, at(3)))
                        .attendee()
                        .readyFor())
                .isNull();
    }

    @Test
    void closingKeepsWhatWasNotReached() {
        var live = led(live(JONAS), new Act.Next(false), at(5));
        var last = ((Decision.Ended) live.decide(new Act.Close(), CHAIR, live.version(), at(8))).last();
        assertThat(last.items().stream().map(Item::state))
                .containsExactly(Item.State.DONE, Item.State.DONE, Item.State.UNCOVERED, Item.State.UNCOVERED);
        assertThat(last.version()).isEqualTo(live.version() + 1);
    }

    @Test
    void isIdleAfterFourHoursWithoutAnAct() {
        assertThat(Live.isIdle(NINE, at(240).minusMillis(1))).isFalse();
        assertThat(Live.isIdle(NINE, at(240))).isTrue();
    }
}
