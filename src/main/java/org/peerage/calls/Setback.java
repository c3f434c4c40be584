package org.peerage.calls;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.GroupId;
import org.peerage.tenancy.PersonId;

/// A setback that the group is at, or has listened to.
///
/// @param closed when the group was through with it, or null while it is at it
record Setback(
        UUID issue,
        GroupId group,
        PersonId presenter,
        @Nullable Instant closed) {

    static final Duration WITHIN = Duration.ofDays(2);

    /// Calls can be taken until the two days are over.
    boolean isFresh(Instant now) {
        return closed == null || now.isBefore(closed.plus(WITHIN));
    }
}
