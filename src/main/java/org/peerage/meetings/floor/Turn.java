package org.peerage.meetings.floor;

import java.time.Duration;
import java.time.Instant;
import org.peerage.meetings.ItemId;
import org.peerage.tenancy.PersonId;

/// One person has the word. How long it lasted is shown to that person and to the chair, so that the time can be shared
/// fairly without recording anybody.
sealed interface Turn {

    record Speaking(ItemId item, PersonId person, int number, int round, Countdown countdown) implements Turn {

        Spoken end(Instant now) {
            return new Spoken(item, person, number, round, countdown.spent(now));
        }

        Speaking with(Countdown other) {
            return new Speaking(item, person, number, round, other);
        }
    }

    /// Whoever passes has spoken for no time at all.
    record Spoken(ItemId item, PersonId person, int number, int round, Duration spoken) implements Turn {}

    ItemId item();

    PersonId person();

    int number();

    /// Which round of the item it belongs to; 0 where the item has none of its own.
    int round();
}
