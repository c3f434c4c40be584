/// Sealed rooms: the signed membership ledger, keys wrapped to members, sealed records and private drafts.
///
/// The server checks signatures and order, so that a stolen cookie cannot write, and keeps bytes that it cannot open.
/// Who is in a room is decided by the ledger alone; row security follows it. A module that stores words of the room
/// passes them on as [SealedPut][org.peerage.rooms.SealedPut]s to [Rooms][org.peerage.rooms.Rooms] inside its own
/// transaction and shows them through [SealedView][org.peerage.rooms.SealedView].
///
/// A text for named readers is a [TextKind][org.peerage.rooms.TextKind] of an [Audience][org.peerage.rooms.Audience]
/// of roles: row security gives it to its readers alone, and the server sees neither its kind nor its place.
///
/// Invariants: an entry follows the head it names, by an active member, under the current key (`S0.12`,
/// `confidentiality.md` 2.4 to 2.7). Publishes [MemberLetIn][org.peerage.rooms.MemberLetIn],
/// [MemberLetOut][org.peerage.rooms.MemberLetOut] and [RoomChange][org.peerage.rooms.RoomChange]. Owns schema
/// `rooms`.
@NullMarked
@ApplicationModule(allowedDependencies = {"tenancy", "web", "live", "identity", "sealing"})
package org.peerage.rooms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
