package org.peerage.breach;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.GroupId;
import org.peerage.rooms.RoomId;
import org.peerage.tenancy.PersonId;

/// That somebody has reported a breach, known to the two of them.
///
/// @param id of the sealed words as well
/// @param handler who alone can open it
/// @param breach what was taken up because of it
record Report(
        UUID id,
        GroupId group,
        RoomId room,
        PersonId reporter,
        PersonId handler,
        Instant at,
        @Nullable UUID breach,
        boolean dropped) {

    boolean isNew() {
        return breach == null && !dropped;
    }

    Optional<UUID> takenUp() {
        return Optional.ofNullable(breach);
    }
}
