package org.peerage.sponsors;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.peerage.tenancy.PersonId;

/// Somebody who was invited to sponsor, or does.
///
/// @param link that is out for them, or was the last
record Sponsor(
        UUID id,
        Sponsored what,
        String name,
        State state,
        Optional<PersonId> person,
        Optional<UUID> link,
        Instant changedAt) {

    enum State {
        INVITED,
        TAKEN,
        ENDED;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    boolean invited() {
        return state == State.INVITED;
    }

    boolean ended() {
        return state == State.ENDED;
    }
}
