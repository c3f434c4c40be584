package org.peerage.groups.seats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peerage.groups.GroupSize;
import org.peerage.networks.ProfileId;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;

class SeatsTests {

    private static final Instant NOW = Instant.parse("2026-11-02T09:00:00Z");
    private static final Seat.State OPEN = new Seat.Open(NOW);

    @Test
    void aGroupTakesAsManyAsItsLargestSizeAndNoMore() {
        assertThat(seats(new GroupSize(1 + 1, 3, 3), seat(OPEN), seat(OPEN)).pick(aProfile()))
                .isEqualTo(new Seats.Picking.Free());
        assertThat(seats(new GroupSize(2, 3, 3), seat(OPEN), seat(OPEN), seat(OPEN))
                        .pick(aProfile()))
                .isEqualTo(new Seats.Picking.GroupFull(3));
    }

    @Test
    void nobodyIsPickedTwiceUnlessTheyLeft() {
        var here = seat(OPEN);
        var gone = seat(new Seat.Left(aPerson(), NOW));
        var seats = seats(GroupSize.USUAL, here, gone);

        assertThat(seats.pick(here.profile())).isEqualTo(new Seats.Picking.SeatedAlready());
        assertThat(seats.pick(gone.profile())).isEqualTo(new Seats.Picking.Free());
        assertThat(seats.picked()).isEqualTo(1);
    }

    @Test
    void theChairIsNotReplacedFromOutsideOnceTheRoomIsOpen() {
        var seat = seat(OPEN);
        var seats = seats(GroupSize.USUAL, seat);

        assertThat(seats.appoint(seat.id(), false)).isEqualTo(new Seats.Appointing.Appoints(seat));
        assertThat(seats.appoint(seat.id(), true)).isEqualTo(new Seats.Appointing.RoomIsOpen());
        assertThat(seats.appoint(new SeatId(Ids.next()), false)).isEqualTo(new Seats.Appointing.NotHere());
    }

    @Test
    void onlyTheLinkThatIsOutIsAccepted() {
        var link = Ids.next();
        var person = aPerson();
        var invited = new Seat.Open(NOW).invited(link, NOW);

        assertThat(invited.accepted(link, person, NOW)).contains(new Seat.Accepted(person, NOW));
        assertThat(invited.again(Ids.next(), NOW).accepted(link, person, NOW)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"8,12,16,true", "2,2,2,true", "1,2,3,false", "8,7,16,false", "8,12,11,false", "8,12,25,false"})
    void aSizeIsThreeSizesInOrder(int smallest, int target, int largest, boolean holds) {
        assertThat(GroupSize.holds(smallest, target, largest)).isEqualTo(holds);
        if (!holds) {
            assertThatThrownBy(() -> new GroupSize(smallest, target, largest))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    static Seats seats(GroupSize band, Seat... seats) {
        return new Seats(band, new ArrayList<>(List.of(seats)));
    }

    static Seat seat(Seat.State state) {
        return new Seat(new SeatId(Ids.next()), aProfile(), false, "", "", "Works", state);
    }

    static Seat chair(Seat.State state) {
        return new Seat(new SeatId(Ids.next()), aProfile(), true, "Mara", "", "Works", state);
    }

    static PersonId aPerson() {
        return new PersonId(UUID.randomUUID());
    }

    private static ProfileId aProfile() {
        return new ProfileId(Ids.next());
    }
}
