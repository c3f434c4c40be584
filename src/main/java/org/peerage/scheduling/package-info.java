/// When a group meets, and how everybody's calendar learns of it.
///
/// - A date is a clock time in a zone, as people agree on it. The instant follows from both and is kept beside them, so
///   that a change of the clocks moves nothing that anybody agreed on (conventions 2.3).
/// - A year of monthly dates is set in one step, each date its own event with a random UID; moving one is a plain
/// update.
/// - Every change raises the SEQUENCE and goes out as REQUEST or CANCEL in the transaction of the change (conventions
///   2.2). A calendar entry names the group, the time, the place; nothing from a room.
/// - The chair, or the convener of the network, sets, moves and cancels. Members answer whether they mean to come;
///   a convener learns how many, not who.
///
/// Owns schema `scheduling`: `date`, `answer`. Publishes [DateSet][org.peerage.scheduling.DateSet],
/// [DateMoved][org.peerage.scheduling.DateMoved] and [DateCancelled][org.peerage.scheduling.DateCancelled] inside the
/// transaction. Hears who has signed a group's charter, and invites them to what is still to come.
@NullMarked
@ApplicationModule(allowedDependencies = {"tenancy", "web", "groups", "mail"})
package org.peerage.scheduling;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
