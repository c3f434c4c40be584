package org.peerage.meetings.floor;

import java.time.Instant;
import java.util.Collection;
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
        @Nullable ItemId readyFor,
        @Nullable Hand hand) {

    /// A raised hand is for one item, and comes down by itself with the next turn that its owner is given.
    ///
    /// @param turns how many turns there were in the meeting when it was raised
    record Hand(ItemId item, Instant at, int turns) {}

    static Attendee arrived(PersonId person, int number, Instant at, boolean late) {
        return new Attendee(person, number, at, late, null, null, null);
    }

    Attendee assented(Instant at) {
        return new Attendee(person, number, arrivedAt, late, at, readyFor, hand);
    }

    Attendee ready(@Nullable ItemId item) {
        return new Attendee(person, number, arrivedAt, late, assentedAt, item, hand);
    }

    Attendee raising(@Nullable Hand other) {
        return new Attendee(person, number, arrivedAt, late, assentedAt, readyFor, other);
    }

    boolean isReadyFor(ItemId item) {
        return item.equals(readyFor);
    }

    boolean hasHandUp(ItemId item, Collection<Turn> turns) {
        return hand != null
                && hand.item().equals(item)
                && turns.stream().noneMatch(turn -> turn.person().equals(person) && turn.number() > hand.turns());
    }
}
