package org.peerage.rooms;

import java.time.Instant;
import org.peerage.tenancy.PersonId;

/// What happens to a room as a whole, by signed entries. Published inside the transaction that stored them.
public sealed interface RoomChange {

    RoomId room();

    Instant at();

    /// A member has the chair now.
    record ChairHandedOver(RoomId room, PersonId person, Instant at) implements RoomChange {}

    /// A member asks that somebody else takes the chair, because whoever has it is not heard from.
    record ChairCalled(RoomId room, Instant at) implements RoomChange {}

    /// A member agrees that the room ends.
    record EndAgreed(RoomId room, Instant at) implements RoomChange {}

    /// It has ended. Everybody is let out after this.
    record Dissolved(RoomId room, Instant at) implements RoomChange {}
}
