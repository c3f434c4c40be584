package org.peerage.rooms;

import org.peerage.tenancy.PersonId;

/// Whether a person may ask to be let into a room: the module that seats people knows (charter signed, seat accepted).
public interface Admission {

    boolean mayAsk(RoomId room, PersonId person);
}
