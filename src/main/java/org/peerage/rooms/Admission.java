package org.peerage.rooms;

import org.peerage.tenancy.PersonId;

/// Whether a person may ask to be let into a room: the module that seats people knows (charter signed, seat accepted).
/// What happens at the door is published inside the transaction that stored it.
public interface Admission {

    boolean mayAsk(RoomId room, PersonId person);

    /// Somebody stands at the door and waits, now or still.
    record Knocked(RoomId room, PersonId person) {}

    /// Somebody does not wait any more, and was not let in.
    record TurnedAway(RoomId room, PersonId person) {}

    /// The new card of a member has the place of the old one: nobody has to vouch for it any more.
    record CardTaken(RoomId room, PersonId person) {}
}
