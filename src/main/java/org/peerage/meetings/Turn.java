package org.peerage.meetings;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.peerage.tenancy.PersonId;

/// One person has the word. How long it lasted is shown to that person and to the chair, so that the time can be shared
/// fairly without recording anybody.
sealed interface Turn {

    record Speaking(UUID id, ItemId item, PersonId person, int number, Countdown countdown) implements Turn {

        Spoken end(Instant now) {
            return new Spoken(id, item, person, number, countdown.spent(now));
        }

        Speaking with(Countdown other) {
            return new Speaking(id, item, person, number, other);
        }
    }

    record Spoken(UUID id, ItemId item, PersonId person, int number, Duration spoken) implements Turn {}

    UUID id();

    ItemId item();

    PersonId person();

    int number();
}
