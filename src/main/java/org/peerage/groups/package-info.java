/// Groups: who sits in the circle, what they agreed, and how each is let into the room.
///
/// A convener forms a group of about twelve from the directory and appoints a chair; chair and members come in by
/// personal links. A seat is taken by whoever accepts it and by nobody else. The charter is fixed with its first
/// signature, the chair's; the room opens only after that, and nobody is let in unsigned (`S0.10`, `S2.13`).
/// Conveners see groups, seats and states of their network and nothing of any room.
///
/// Nested are the seats and the page of the group, the charter, forming, the roles, and the door of the room;
/// what other modules may know of a group they ask [Circles][org.peerage.groups.Circles].
///
/// Owns schema `groups`: `group`, `seat`, `room`, `charter`, `signature`, `role`. Publishes
/// [RoomOpened][org.peerage.groups.RoomOpened], [SeatTaken][org.peerage.groups.SeatTaken] and
/// [CharterSigned][org.peerage.groups.CharterSigned]; hears `LinkAccepted` of kind `groups.seat`, and from the
/// room who was let in and who was removed.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "tenancy",
            "web",
            "web::download",
            "identity",
            "identity::trail",
            "networks",
            "networks::directory",
            "rooms",
            "sealing",
            "notices",
            "mail"
        })
package org.peerage.groups;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
