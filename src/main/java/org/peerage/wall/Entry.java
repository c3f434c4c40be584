package org.peerage.wall;

import java.time.Instant;
import java.util.UUID;
import org.peerage.tenancy.PersonId;

/// That somebody has said something on a wall; the words lie in the room under the same id.
///
/// @param thread the entry that it answers, or its own id where it begins something
record Entry(UUID id, UUID thread, PersonId by, Instant at) {

    boolean begins() {
        return id.equals(thread);
    }
}
