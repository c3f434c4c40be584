package org.peerage.rooms;

import java.time.Instant;
import org.peerage.tenancy.PersonId;

/// Somebody is in the room now, by a signed entry. Published inside the transaction that stored it.
public record MemberLetIn(RoomId room, PersonId person, Instant at) {}
