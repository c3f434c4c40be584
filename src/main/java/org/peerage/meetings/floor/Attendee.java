package org.peerage.meetings.floor;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.peerage.meetings.ItemId;
import org.peerage.tenancy.PersonId;

/// Somebody who is in the room. `number` is the order of arrival, which is also the order of the rounds.
record Attendee(
        PersonId person,
        int number,
        Instant arrivedAt,
        boolean late,
        @Nullable Instant assentedAt,
        @Nullable ItemId readyFor) {

    Attendee assented(Instant at) {
        return new Attendee(person, number, arrivedAt, late, at, readyFor);
    }

    Attendee ready(@Nullable ItemId item) {
        return new Attendee(person, number, arrivedAt, late, assentedAt, item);
    }

    boolean isReadyFor(ItemId item) {
        return item.equals(readyFor);
    }
}
