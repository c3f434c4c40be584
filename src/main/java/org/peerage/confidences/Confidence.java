package org.peerage.confidences;

import java.time.Instant;
import java.util.UUID;
import org.peerage.groups.GroupId;
import org.peerage.rooms.RoomId;
import org.peerage.tenancy.PersonId;

/// That somebody told the chair something, and how far it has come.
///
/// @param id of the sealed words as well
/// @param chair whoever chaired then, and alone can open it
record Confidence(UUID id, GroupId group, RoomId room, PersonId by, PersonId chair, Instant toldAt, Standing standing) {

    /// It goes on and never back: what was answered was read.
    enum Standing {
        TOLD,
        READ,
        ANSWERED;

        boolean before(Standing other) {
            return compareTo(other) < 0;
        }
    }

    boolean isRead() {
        return standing != Standing.TOLD;
    }

    boolean isAnswered() {
        return standing == Standing.ANSWERED;
    }
}
