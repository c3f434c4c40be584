package org.peerage.wall;

import java.time.Instant;
import java.util.UUID;
import org.peerage.tenancy.PersonId;

/// That somebody has said something on a wall; the words lie in the room under the same id.
///
/// @param thread the entry that it answers, or its own id where it begins something
/// @param forSome whether it is for those alone who were asked
/// @param taken whether its author has taken it back: that it was there stays, the words are gone
record Entry(UUID id, UUID thread, PersonId by, Instant at, boolean forSome, boolean taken) {

    boolean begins() {
        return id.equals(thread);
    }
}
