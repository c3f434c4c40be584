package org.peerage.groups.door;

import static org.peerage.networks.NetworkFixture.as;

import org.peerage.RunningPeerage;
import org.peerage.rooms.RoomId;
import org.peerage.tenancy.PersonId;

/// The door of a group's room, for tests of other packages.
public final class DoorFixture {

    private DoorFixture() {}

    public static boolean mayAsk(RoomId room, PersonId person) {
        return as(person, () -> RunningPeerage.shared().bean(Door.class).mayAsk(room, person));
    }
}
