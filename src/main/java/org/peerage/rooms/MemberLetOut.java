package org.peerage.rooms;

import java.time.Instant;
import org.peerage.tenancy.PersonId;

/// Somebody left the room or was removed, by a signed entry. Published inside the transaction that stored it.
///
/// @param ended the room itself has ended, for everybody
public record MemberLetOut(RoomId room, PersonId person, Instant at, boolean ended) {}
