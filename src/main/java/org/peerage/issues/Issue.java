package org.peerage.issues;

import java.util.Optional;
import java.util.UUID;
import org.peerage.groups.GroupId;
import org.peerage.rooms.RoomId;
import org.peerage.tenancy.PersonId;

/// An issue as the server knows it: whose, and what has been said about it, without the words.
record Issue(
        IssueId id,
        GroupId group,
        RoomId room,
        PersonId presenter,
        String kind,
        String protocol,
        int minutes,
        State state,
        UUID stated,
        Optional<UUID> real,
        Optional<UUID> noAction) {

    enum State {
        PREPARED,
        PROCESSING,
        CLOSED
    }

    boolean open() {
        return state != State.CLOSED;
    }
}
