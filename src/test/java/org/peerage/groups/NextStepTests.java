package org.peerage.groups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.groups.SeatsTests.aPerson;
import static org.peerage.groups.SeatsTests.chair;
import static org.peerage.groups.SeatsTests.seat;
import static org.peerage.groups.SeatsTests.seats;

import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.peerage.tenancy.Ids;

class NextStepTests {

    private static final Instant NOW = Instant.parse("2026-11-02T09:00:00Z");
    private static final java.util.Set<NextStep> BY_MEETING =
            java.util.EnumSet.of(NextStep.PREPARE, NextStep.AGENDA, NextStep.JOIN_MEETING);
    private static final Band SMALL = new Band(2, 2, 4);
    private static final Course.Ahead NOTHING = new Course.Ahead(0, Optional.empty());
    private static final Seat.State OPEN = new Seat.Open(NOW);
    private static final Seat.State INVITED = new Seat.Invited(Ids.next(), NOW);

    @Test
    void aConvenerPicksThenAppointsThenInvitesThenWaits() {
        assertThat(NextStep.forConvener(now(seats(SMALL, seat("", OPEN))))).isEqualTo(NextStep.PICK_LEADERS);
        assertThat(NextStep.forConvener(now(seats(SMALL, seat("", OPEN), seat("", OPEN)))))
                .isEqualTo(NextStep.APPOINT_CHAIR);
        assertThat(NextStep.forConvener(now(seats(SMALL, chair(OPEN), seat("", OPEN)))))
                .isEqualTo(NextStep.INVITE_CHAIR);
        assertThat(NextStep.forConvener(now(seats(SMALL, chair(INVITED), seat("", OPEN)))))
                .isEqualTo(NextStep.WAIT_FOR_CHAIR);
        assertThat(NextStep.forConvener(now(seats(SMALL, chair(accepted()), seat("", OPEN)))))
                .isEqualTo(NextStep.CHAIR_CARRIES_ON);
    }

    @Test
    void aChairSettlesTheCharterOpensTheRoomInvitesAndLetsIn() {
        var seats = seats(SMALL, chair(accepted()), seat("", OPEN));
        assertThat(NextStep.forChair(circumstances(seats, false, false, false, 0)))
                .isEqualTo(NextStep.SETTLE_CHARTER);
        assertThat(NextStep.forChair(circumstances(seats, true, false, false, 0)))
                .isEqualTo(NextStep.SIGN_CHARTER);
        assertThat(NextStep.forChair(circumstances(seats, true, true, false, 0)))
                .isEqualTo(NextStep.OPEN_ROOM);
        assertThat(NextStep.forChair(circumstances(seats, true, true, true, 0))).isEqualTo(NextStep.INVITE_MEMBERS);
        assertThat(NextStep.forChair(circumstances(seats, true, true, true, 1))).isEqualTo(NextStep.LET_IN);
        var invited = seats(SMALL, chair(accepted()), seat("", INVITED));
        assertThat(NextStep.forChair(circumstances(invited, true, true, true, 0)))
                .isEqualTo(NextStep.WAIT_FOR_MEMBERS);
        var inside = seats(SMALL, chair(accepted()), seat("", new Seat.InRoom(aPerson(), NOW)));
        assertThat(NextStep.forChair(circumstances(inside, true, true, true, 0)))
                .isEqualTo(NextStep.SET_DATE);
    }

    @Test
    void aMemberSignsThenAsksThenWaitsThenMeets() {
        var mine = seat("", accepted());
        var seats = seats(SMALL, chair(accepted()), mine);
        assertThat(NextStep.forMember(circumstances(seats, false, false, false, 0), mine))
                .isEqualTo(NextStep.WAIT_FOR_CHARTER);
        assertThat(NextStep.forMember(circumstances(seats, true, false, true, 0), mine))
                .isEqualTo(NextStep.SIGN_CHARTER);
        assertThat(NextStep.forMember(circumstances(seats, true, true, false, 0), mine))
                .isEqualTo(NextStep.WAIT_FOR_ROOM);
        assertThat(NextStep.forMember(circumstances(seats, true, true, true, 0), mine))
                .isEqualTo(NextStep.ASK_TO_BE_LET_IN);
        var asked = new NextStep.Circumstances(seats, Optional.of(mine), true, true, true, true, 0, NOTHING);
        assertThat(NextStep.forMember(asked, mine)).isEqualTo(NextStep.WAIT_TO_BE_LET_IN);
        var inside = seat("", new Seat.InRoom(aPerson(), NOW));
        assertThat(NextStep.forMember(circumstances(seats, true, true, true, 0), inside))
                .isEqualTo(NextStep.MEET);
    }

    @Test
    void onceADateIsSetTheChairIsLedToTheAgendaThenToPreparingThenToWhoIsStillUninvited() {
        var full = seats(SMALL, chair(accepted()), seat("", new Seat.InRoom(aPerson(), NOW)));
        assertThat(NextStep.forChair(ahead(full, 0, meeting(false, false, false))))
                .isEqualTo(NextStep.AGENDA);
        assertThat(NextStep.forChair(ahead(full, 0, meeting(false, true, false))))
                .isEqualTo(NextStep.PREPARE);
        assertThat(NextStep.forChair(ahead(full, 0, meeting(false, true, true))))
                .isEqualTo(NextStep.MEET);
        var gap = seats(SMALL, chair(accepted()), seat("", new Seat.InRoom(aPerson(), NOW)), seat("", OPEN));
        assertThat(NextStep.forChair(ahead(gap, 0, meeting(false, false, false))))
                .isEqualTo(NextStep.AGENDA);
        assertThat(NextStep.forChair(ahead(gap, 0, meeting(false, true, true)))).isEqualTo(NextStep.INVITE_MEMBERS);
    }

    @Test
    void aMeetingThatIsOnAndAPromiseThatIsDueComeFirstForEverybody() {
        var inside = seat("", new Seat.InRoom(aPerson(), NOW));
        var seats = seats(SMALL, chair(accepted()), inside);
        var live = ahead(seats, 1, meeting(true, true, true));
        assertThat(NextStep.forChair(live)).isEqualTo(NextStep.JOIN_MEETING);
        assertThat(NextStep.forMember(live, inside)).isEqualTo(NextStep.JOIN_MEETING);
        var due = ahead(seats, 1, meeting(false, false, false));
        assertThat(NextStep.forChair(due)).isEqualTo(NextStep.COMMITMENTS);
        assertThat(NextStep.forMember(due, inside)).isEqualTo(NextStep.COMMITMENTS);
        assertThat(NextStep.forMember(ahead(seats, 0, meeting(false, false, false)), inside))
                .isEqualTo(NextStep.PREPARE);
        assertThat(NextStep.forMember(ahead(seats, 0, meeting(false, true, true)), inside))
                .isEqualTo(NextStep.MEET);
    }

    @ParameterizedTest
    @EnumSource
    void everyStepHasItsWords(NextStep step) throws Exception {
        var texts = new Properties();
        try (var file = NextStepTests.class.getResourceAsStream("/messages/groups.properties")) {
            texts.load(file);
        }
        assertThat(texts)
                .containsKey("groups.next." + step.word() + ".title")
                .containsKey("groups.next." + step.word() + ".text");
        if (!step.path().isEmpty() || BY_MEETING.contains(step)) {
            assertThat(texts).containsKey("groups.next." + step.word() + ".do");
        }
    }

    private static Course.Meeting meeting(boolean live, boolean agreed, boolean prepared) {
        return new Course.Meeting("/meetings/1", NOW, java.time.ZoneOffset.UTC, live, agreed, prepared);
    }

    private static NextStep.Circumstances ahead(Seats seats, int due, Course.Meeting meeting) {
        return new NextStep.Circumstances(
                seats, Optional.empty(), true, true, true, false, 0, new Course.Ahead(due, Optional.of(meeting)));
    }

    private static NextStep.Circumstances now(Seats seats) {
        return circumstances(seats, false, false, false, 0);
    }

    private static NextStep.Circumstances circumstances(
            Seats seats, boolean fixed, boolean signed, boolean open, int asking) {
        return new NextStep.Circumstances(seats, Optional.empty(), fixed, signed, open, false, asking, NOTHING);
    }

    private static Seat.State accepted() {
        return new Seat.Accepted(aPerson(), NOW);
    }
}
