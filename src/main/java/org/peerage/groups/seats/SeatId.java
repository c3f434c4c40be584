package org.peerage.groups.seats;

import java.util.UUID;

/// One leader's place in a group.
record SeatId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
