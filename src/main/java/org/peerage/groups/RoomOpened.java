package org.peerage.groups;

import java.time.Instant;
import org.peerage.rooms.RoomId;

/// The chair has opened the group's sealed room.
public record RoomOpened(GroupId group, RoomId room, Instant at) {}
