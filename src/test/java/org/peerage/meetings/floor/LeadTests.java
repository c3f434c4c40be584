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
import static org.peerage.meetings.floor.MeetingFixture.at;
import static org.peerage.meetings.floor.MeetingFixture.atUpdates;
import static org.peerage.meetings.floor.MeetingFixture.led;
import static org.peerage.meetings.floor.MeetingFixture.live;
import static org.peerage.meetings.floor.MeetingFixture.moved;
import static org.peerage.meetings.floor.MeetingFixture.refused;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/// Who leads a meeting: by handing the lead over, and by taking it over from somebody who has gone.
class LeadTests {

    @Test
    void handsOverToSomebodyPresentAndTheFormerLeaderCanComeBack() {
        var live = led(live(JONAS), new Act.HandOver(JONAS), at(2));
        assertThat(live.facilitator()).isEqualTo(JONAS);
        assertThat(live.deputy()).isEqualTo(MARA);
        assertThat(live.decide(new Act.Next(false), CHAIR, live.version(), at(3)))
                .isEqualTo(refused(Refusal.NOT_LEADING));
        assertThat(live(JONAS).decide(new Act.HandOver(PIET), CHAIR, 4, at(2))).isEqualTo(refused(Refusal.NOT_PRESENT));
    }

    @Test
    void handingOverToOneselfLeavesTheDeputyWhoTheyAre() {
        var live = live(JONAS);
        assertThat(live.decide(new Act.HandOver(MARA), CHAIR, live.version(), at(2)))
                .isEqualTo(refused(Refusal.ALREADY_DONE));
        var handed = led(live, new Act.HandOver(JONAS), at(2));
        assertThat(handed.decide(new Act.HandOver(JONAS), MEMBER, handed.version(), at(3)))
                .isEqualTo(refused(Refusal.ALREADY_DONE));
    }

    @Test
    void whoeverWasHandedTheLeadMayHandItOnAndTheFormerLeaderMayNot() {
        var handed = led(live(JONAS, IDA), new Act.HandOver(JONAS), at(2));
        assertThat(handed.decide(new Act.HandOver(IDA), CHAIR, handed.version(), at(3)))
                .isEqualTo(refused(Refusal.NOT_LEADING));
        var on = moved(handed.decide(new Act.HandOver(IDA), MEMBER, handed.version(), at(3)));
        assertThat(on.facilitator()).isEqualTo(IDA);
        assertThat(on.deputy()).isEqualTo(JONAS);
        assertThat(on.version()).isEqualTo(handed.version() + 1);
    }

    @Test
    void aHandOverLeavesItemTurnAndClocksAsTheyAre() {
        var speaking = led(atUpdates(JONAS), new Act.NextTurn(), at(10));
        var handed = led(speaking, new Act.HandOver(JONAS), at(11));
        assertThat(handed.items()).isEqualTo(speaking.items());
        assertThat(handed.turns()).isEqualTo(speaking.turns());
    }

    @Test
    void aThirdWhoTakesOverLeavesTheDeputyWhoTheyAre() {
        var taken = moved(live(JONAS, IDA).decide(new Act.TakeOver(), OTHER, 4, at(4)));
        assertThat(taken.facilitator()).isEqualTo(IDA);
        assertThat(taken.deputy()).isEqualTo(JONAS);
    }

    @Test
    void whoLeadsTakesNothingOver() {
        assertThat(live(JONAS).decide(new Act.TakeOver(), CHAIR, 4, at(60))).isEqualTo(refused(Refusal.ALREADY_DONE));
        assertThat(live(JONAS).mayTakeOver(CHAIR, at(60))).isFalse();
    }

    @Test
    void theDeputyNeedNotHaveMarkedTheirArrivalToTakeOver() {
        assertThat(live().mayTakeOver(MEMBER, at(2).minusMillis(1))).isFalse();
        assertThat(live().mayTakeOver(MEMBER, at(2))).isTrue();
    }

    @Test
    void theDeputyTakesOverAfterTwoMinutesWithoutTheLeader() {
        var live = live(JONAS);
        assertThat(live.decide(new Act.TakeOver(), MEMBER, 4, at(2).minusMillis(1)))
                .isEqualTo(refused(Refusal.LEADER_IS_HERE));
        var taken = moved(live.decide(new Act.TakeOver(), MEMBER, 4, at(2)));
        assertThat(taken.facilitator()).isEqualTo(JONAS);
        assertThat(taken.deputy()).isEqualTo(MARA);
    }

    @Test
    void anybodyPresentTakesOverAfterFourMinutesAndNobodyAbsentEver() {
        var live = live(IDA);
        assertThat(live.decide(new Act.TakeOver(), OTHER, 4, at(4).minusMillis(1)))
                .isEqualTo(refused(Refusal.LEADER_IS_HERE));
        assertThat(live.decide(new Act.TakeOver(), OTHER, 4, at(4))).isInstanceOf(Decision.Moved.class);
        assertThat(live.decide(new Act.TakeOver(), new Decision.By(PIET, false, Duration.ZERO), 4, at(60)))
                .isEqualTo(refused(Refusal.LEADER_IS_HERE));
    }

    @Test
    void theChairTakesOverAtAnyTimeFromTheVersionTheySaw() {
        var live = led(live(JONAS), new Act.HandOver(JONAS), at(2));
        assertThat(live.decide(new Act.TakeOver(), CHAIR, live.version() - 1, at(2)))
                .isEqualTo(refused(Refusal.STALE));
        assertThat(moved(live.decide(new Act.TakeOver(), CHAIR, live.version(), at(2)))
                        .facilitator())
                .isEqualTo(MARA);
    }

    @Test
    void aLeaderWithAClockSetBackIsNotGone() {
        assertThat(live(JONAS).mayTakeOver(MEMBER, NINE.minusSeconds(600))).isFalse();
    }
}
