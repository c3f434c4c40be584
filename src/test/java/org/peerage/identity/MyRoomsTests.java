package org.peerage.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.peerage.Caller;
import org.peerage.RunningPeerage;

/// What a person's devices tell each other about their rooms: there from the first day, renewed by their keys alone.
class MyRoomsTests {

    private static final String ROOMS = "/keys/rooms";

    private final RunningPeerage peerage = RunningPeerage.shared();
    private final Caller wren = Caller.enrolled(peerage, "Wren");

    @Test
    void enrolmentMakesTheFirst() {
        assertThat(wren.get(ROOMS).body()).contains("\"rev\":1");
        assertThat(Caller.enrolled(peerage, "Other").get(ROOMS).body())
                .isNotEqualTo(wren.get(ROOMS).body());
    }

    @Test
    void eachFollowsTheOneBeforeIt() {
        var second = wren.keys().ownRooms(2, "{}").json();
        assertThat(wren.json("PUT", ROOMS, second).statusCode()).isEqualTo(204);
        assertThat(wren.get(ROOMS).body()).isEqualTo(second);
        assertThat(wren.json("PUT", ROOMS, wren.keys().ownRooms(2, "{}").json()).body())
                .contains("own-rooms-elsewhere");
        assertThat(wren.json("PUT", ROOMS, wren.keys().ownRooms(4, "{}").json()).statusCode())
                .isEqualTo(422);
        assertThat(wren.get(ROOMS).body()).isEqualTo(second);
    }

    @Test
    void aSessionWithoutTheKeysChangesNothing() {
        var before = wren.get(ROOMS).body();
        var foreign =
                Caller.enrolled(peerage, "Mallory").keys().ownRooms(2, "{}").json();
        assertThat(wren.json("PUT", ROOMS, foreign).statusCode()).isEqualTo(422);
        assertThat(wren.json("PUT", ROOMS, "{}").statusCode()).isEqualTo(422);
        assertThat(wren.get(ROOMS).body()).isEqualTo(before);
    }
}
