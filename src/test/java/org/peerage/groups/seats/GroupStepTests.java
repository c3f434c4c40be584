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
import org.peerage.groups.GroupSize;
import org.peerage.tenancy.Ids;

class GroupStepTests {

    private static final Instant NOW = Instant.parse("2026-11-02T09:00:00Z");
    private static final GroupSize SMALL = new GroupSize(2, 2, 4);
    private static final Seat.State OPEN = new Seat.Open(NOW);
    private static final Seat.State INVITED = new Seat.Invited(Ids.next(), NOW);

    @Test
    void aConvenerPicksThenAppointsThenInvitesThenWaits() {
        assertThat(GroupStep.forConvener(now(seats(SMALL, seat(OPEN))))).isEqualTo(GroupStep.PICK_LEADERS);
        assertThat(GroupStep.forConvener(now(seats(SMALL, seat(OPEN), seat(OPEN)))))
                .isEqualTo(GroupStep.APPOINT_CHAIR);
        assertThat(GroupStep.forConvener(now(seats(SMALL, chair(OPEN), seat(OPEN)))))
                .isEqualTo(GroupStep.INVITE_CHAIR);
        assertThat(GroupStep.forConvener(now(seats(SMALL, chair(INVITED), seat(OPEN)))))
                .isEqualTo(GroupStep.WAIT_FOR_CHAIR);
        assertThat(GroupStep.forConvener(now(seats(SMALL, chair(accepted()), seat(OPEN)))))
                .isEqualTo(GroupStep.CHAIR_CARRIES_ON);
    }

    @Test
    void aChairSettlesTheCharterOpensTheRoomInvitesAndLetsIn() {
        var seats = seats(SMALL, chair(accepted()), seat(OPEN));
        assertThat(GroupStep.forChair(circumstances(seats, false, false, false, 0)))
                .contains(GroupStep.SETTLE_CHARTER);
        assertThat(GroupStep.forChair(circumstances(seats, true, false, false, 0)))
                .contains(GroupStep.SIGN_CHARTER);
        assertThat(GroupStep.forChair(circumstances(seats, true, true, false, 0)))
                .contains(GroupStep.OPEN_ROOM);
        assertThat(GroupStep.forChair(circumstances(seats, true, true, true, 0)))
                .contains(GroupStep.INVITE_MEMBERS);
        assertThat(GroupStep.forChair(circumstances(seats, true, true, true, 1)))
                .contains(GroupStep.LET_IN);
        var invited = seats(SMALL, chair(accepted()), seat(INVITED));
        assertThat(GroupStep.forChair(circumstances(invited, true, true, true, 0)))
                .contains(GroupStep.WAIT_FOR_MEMBERS);
        var inside = seats(SMALL, chair(accepted()), seat(new Seat.InRoom(aPerson(), NOW)));
        assertThat(GroupStep.forChair(circumstances(inside, true, true, true, 0)))
                .isEmpty();
    }

    @Test
    void aMemberSignsThenAsksThenWaits() {
        var mine = seat(accepted());
        var seats = seats(SMALL, chair(accepted()), mine);
        assertThat(GroupStep.forMember(circumstances(seats, false, false, false, 0), mine))
                .contains(GroupStep.WAIT_FOR_CHARTER);
        assertThat(GroupStep.forMember(circumstances(seats, true, false, true, 0), mine))
                .contains(GroupStep.SIGN_CHARTER);
        assertThat(GroupStep.forMember(circumstances(seats, true, true, false, 0), mine))
                .contains(GroupStep.WAIT_FOR_ROOM);
        assertThat(GroupStep.forMember(circumstances(seats, true, true, true, 0), mine))
                .contains(GroupStep.ASK_TO_BE_LET_IN);
        var asked = new GroupStep.Circumstances(seats, Optional.of(mine), true, true, true, true, 0);
        assertThat(GroupStep.forMember(asked, mine)).contains(GroupStep.WAIT_TO_BE_LET_IN);
        var inside = seat(new Seat.InRoom(aPerson(), NOW));
        assertThat(GroupStep.forMember(circumstances(seats, true, true, true, 0), inside))
                .isEmpty();
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
        if (step.leadsSomewhere()) {
            assertThat(texts).containsKey("groups.next." + step.word() + ".do");
        }
    }

    private static GroupStep.Circumstances now(Seats seats) {
        return circumstances(seats, false, false, false, 0);
    }

    private static GroupStep.Circumstances circumstances(
            Seats seats, boolean fixed, boolean signed, boolean open, int asking) {
        return new GroupStep.Circumstances(seats, Optional.empty(), fixed, signed, open, false, asking);
    }

    private static Seat.State accepted() {
        return new Seat.Accepted(aPerson(), NOW);
    }
}
