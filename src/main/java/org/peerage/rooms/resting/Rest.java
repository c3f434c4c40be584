package org.peerage.rooms.resting;

import org.peerage.rooms.RoomId;

/// A reason why a room rests in the hands of one member: as long as it does, they take no copy of it, take nothing out
/// of it, let nobody in or out and do not end it. They read and write on, hand the chair over, and may leave.
///
/// No key changes by it. It is the server that does not take the signed entry, and an entry that no server has taken
/// no member's browser believes.
public interface Rest {

    /// Asked as whoever acts, inside the transaction that would store the entry.
    boolean rests(RoomId room);
}
