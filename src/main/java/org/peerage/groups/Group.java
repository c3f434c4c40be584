package org.peerage.groups;

import java.time.ZoneId;
import java.util.Optional;
import org.peerage.networks.NetworkId;
import org.peerage.rooms.RoomId;

/// A group as whoever asks may see it, and as what they see it. `room` is empty for a convener who is not a member,
/// though the room may be open.
record Group(
        GroupId id,
        NetworkId network,
        String name,
        String purpose,
        ZoneId zone,
        Band band,
        Optional<RoomId> room,
        boolean open,
        boolean convened,
        boolean chaired,
        boolean mine) {}
