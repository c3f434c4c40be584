package org.peerage.groups.seats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.groups.seats.SeatsTests.aPerson;
import static org.peerage.groups.seats.SeatsTests.chair;
import static org.peerage.groups.seats.SeatsTests.seat;
import static org.peerage.groups.seats.SeatsTests.seats;

import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.peerage.groups.Course;
import org.peerage.groups.GroupSize;
import org.peerage.tenancy.Ids;

class GroupStepTests {

    private static final Instant NOW = Instant.parse("2026-11-02T09:00:00Z");
    private static final java.util.Set<GroupStep> BY_MEETING =
            java.util.EnumSet.of(GroupStep.PREPARE, GroupStep.AGENDA, GroupStep.JOIN_MEETING);
    private static final GroupSize SMALL = new GroupSize(2, 2, 4);
    private static final Course.Ahead NOTHING = new Course.Ahead(0, Optional.empty());
    private static final Seat.State OPEN = new Seat.Open(NOW);
    private static final Seat.State INVITED = new Seat.Invited(Ids.next(), NOW);

    @Test
    void aConvenerPicksThenAppointsThenInvitesThenWaits() {
        assertThat(GroupStep.forConvener(now(seats(SMALL, seat("", OPEN))))).isEqualTo(GroupStep.PICK_LEADERS);
        assertThat(GroupStep.forConvener(now(seats(SMALL, seat("", OPEN), seat("", OPEN)))))
                .isEqualTo(GroupStep.APPOINT_CHAIR);
        assertThat(GroupStep.forConvener(now(seats(SMALL, chair(OPEN), seat("", OPEN)))))
                .isEqualTo(GroupStep.INVITE_CHAIR);
        assertThat(GroupStep.forConvener(now(seats(SMALL, chair(INVITED), seat("", OPEN)))))
                .isEqualTo(GroupStep.WAIT_FOR_CHAIR);
        assertThat(GroupStep.forConvener(now(seats(SMALL, chair(accepted()), seat("", OPEN)))))
                .isEqualTo(GroupStep.CHAIR_CARRIES_ON);
    }

    @Test
    void aChairSettlesTheCharterOpensTheRoomInvitesAndLetsIn() {
        var seats = seats(SMALL, chair(accepted()), seat("", OPEN));
        assertThat(GroupStep.forChair(circumstances(seats, false, false, false, 0)))
                .isEqualTo(GroupStep.SETTLE_CHARTER);
        assertThat(GroupStep.forChair(circumstances(seats, true, false, false, 0)))
                .isEqualTo(GroupStep.SIGN_CHARTER);
        assertThat(GroupStep.forChair(circumstances(seats, true, true, false, 0)))
                .isEqualTo(GroupStep.OPEN_ROOM);
        assertThat(GroupStep.forChair(circumstances(seats, true, true, true, 0)))
                .isEqualTo(GroupStep.INVITE_MEMBERS);
        assertThat(GroupStep.forChair(circumstances(seats, true, true, true, 1)))
                .isEqualTo(GroupStep.LET_IN);
        var invited = seats(SMALL, chair(accepted()), seat("", INVITED));
        assertThat(GroupStep.forChair(circumstances(invited, true, true, true, 0)))
                .isEqualTo(GroupStep.WAIT_FOR_MEMBERS);
        var inside = seats(SMALL, chair(accepted()), seat("", new Seat.InRoom(aPerson(), NOW)));
        assertThat(GroupStep.forChair(circumstances(inside, true, true, true, 0)))
                .isEqualTo(GroupStep.SET_DATE);
    }

    @Test
    void aMemberSignsThenAsksThenWaitsThenMeets() {
        var mine = seat("", accepted());
        var seats = seats(SMALL, chair(accepted()), mine);
        assertThat(GroupStep.forMember(circumstances(seats, false, false, false, 0), mine))
                .isEqualTo(GroupStep.WAIT_FOR_CHARTER);
        assertThat(GroupStep.forMember(circumstances(seats, true, false, true, 0), mine))
                .isEqualTo(GroupStep.SIGN_CHARTER);
        assertThat(GroupStep.forMember(circumstances(seats, true, true, false, 0), mine))
                .isEqualTo(GroupStep.WAIT_FOR_ROOM);
        assertThat(GroupStep.forMember(circumstances(seats, true, true, true, 0), mine))
                .isEqualTo(GroupStep.ASK_TO_BE_LET_IN);
        var asked = new GroupStep.Circumstances(seats, Optional.of(mine), true, true, true, true, 0, NOTHING);
        assertThat(GroupStep.forMember(asked, mine)).isEqualTo(GroupStep.WAIT_TO_BE_LET_IN);
        var inside = seat("", new Seat.InRoom(aPerson(), NOW));
        assertThat(GroupStep.forMember(circumstances(seats, true, true, true, 0), inside))
                .isEqualTo(GroupStep.MEET);
    }

    @Test
    void onceADateIsSetTheChairIsLedToTheAgendaThenToPreparingThenToWhoIsStillUninvited() {
        var full = seats(SMALL, chair(accepted()), seat("", new Seat.InRoom(aPerson(), NOW)));
        assertThat(GroupStep.forChair(ahead(full, 0, meeting(false, false, false))))
                .isEqualTo(GroupStep.AGENDA);
        assertThat(GroupStep.forChair(ahead(full, 0, meeting(false, true, false))))
                .isEqualTo(GroupStep.PREPARE);
        assertThat(GroupStep.forChair(ahead(full, 0, meeting(false, true, true))))
                .isEqualTo(GroupStep.MEET);
        var gap = seats(SMALL, chair(accepted()), seat("", new Seat.InRoom(aPerson(), NOW)), seat("", OPEN));
        assertThat(GroupStep.forChair(ahead(gap, 0, meeting(false, false, false))))
                .isEqualTo(GroupStep.AGENDA);
        assertThat(GroupStep.forChair(ahead(gap, 0, meeting(false, true, true))))
                .isEqualTo(GroupStep.INVITE_MEMBERS);
    }

    @Test
    void aMeetingThatIsOnAndAPromiseThatIsDueComeFirstForEverybody() {
        var inside = seat("", new Seat.InRoom(aPerson(), NOW));
        var seats = seats(SMALL, chair(accepted()), inside);
        var live = ahead(seats, 1, meeting(true, true, true));
        assertThat(GroupStep.forChair(live)).isEqualTo(GroupStep.JOIN_MEETING);
        assertThat(GroupStep.forMember(live, inside)).isEqualTo(GroupStep.JOIN_MEETING);
        var due = ahead(seats, 1, meeting(false, false, false));
        assertThat(GroupStep.forChair(due)).isEqualTo(GroupStep.COMMITMENTS);
        assertThat(GroupStep.forMember(due, inside)).isEqualTo(GroupStep.COMMITMENTS);
        assertThat(GroupStep.forMember(ahead(seats, 0, meeting(false, false, false)), inside))
                .isEqualTo(GroupStep.PREPARE);
        assertThat(GroupStep.forMember(ahead(seats, 0, meeting(false, true, true)), inside))
                .isEqualTo(GroupStep.MEET);
    }

    @ParameterizedTest
    @EnumSource
    void everyStepHasItsWords(GroupStep step) throws Exception {
        var texts = new Properties();
        try (var file = GroupStepTests.class.getResourceAsStream("/messages/groups.properties")) {
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

    private static GroupStep.Circumstances ahead(Seats seats, int due, Course.Meeting meeting) {
        return new GroupStep.Circumstances(
                seats, Optional.empty(), true, true, true, false, 0, new Course.Ahead(due, Optional.of(meeting)));
    }

    private static GroupStep.Circumstances now(Seats seats) {
        return circumstances(seats, false, false, false, 0);
    }

    private static GroupStep.Circumstances circumstances(
            Seats seats, boolean fixed, boolean signed, boolean open, int asking) {
        return new GroupStep.Circumstances(seats, Optional.empty(), fixed, signed, open, false, asking, NOTHING);
    }

    private static Seat.State accepted() {
        return new Seat.Accepted(aPerson(), NOW);
    }
}
