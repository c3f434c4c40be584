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
record Confidence(UUID id, GroupId group, RoomId room, PersonId by, PersonId chair, Instant toldAt, State state) {

    /// It goes on and never back: what was answered was read.
    enum State {
        TOLD,
        READ,
        ANSWERED;

        boolean before(State other) {
            return compareTo(other) < 0;
        }
    }

    boolean isRead() {
        return state != State.TOLD;
    }

    boolean isAnswered() {
        return state == State.ANSWERED;
    }
}
