/// When a group meets, and how everybody's calendar learns of it.
///
/// - A date is a clock time in a zone, as people agree on it. The instant follows from both and is kept beside them, so
///   that a change of the clocks moves nothing that anybody agreed on (conventions 2.3).
/// - A year of dates, from a rule or a list, is proposed, looked at and then set in one step (`year`), each date its
/// own
///   event with a random UID; moving one is a plain update, and the date says that it has moved.
/// - Every change raises the SEQUENCE and goes out as REQUEST or CANCEL in the transaction of the change (conventions
///   2.2). A calendar entry names the group, the time, the place; nothing from a room.
/// - The chair, or the convener of the network, sets, moves and cancels. Members answer whether they mean to come;
///   a convener learns how many, not who.
///
/// - Everybody may have an address from which a calendar fetches all their meetings (`feeds`); only its hash is kept.
/// - What calendars reply by mail answers for the address that it comes from and nothing more (`replies`).
/// - When so many cannot come that the charter lets a date be moved, the chair is told and can ask about other days
///   (`quorum`). An answer is to a moment: when that moves, everybody is asked anew.
/// - Members take turns to host (`hosting`), and a list that comes with the program says what a host sees to.
/// - A group is asked when it can meet; what an edit of the question leaves as it was keeps its answers. A convener
///   learns how many can, not who, and only who has not answered is reminded.
///
/// Owns schema `scheduling`: `date`, `answer`, `poll`, `poll_option`, `poll_answer`, `feed`, `host_turn`,
/// `host_check`. Publishes [DateSet][org.peerage.scheduling.DateSet], [DateMoved][org.peerage.scheduling.DateMoved]
/// and [DateCancelled][org.peerage.scheduling.DateCancelled] inside the transaction. Hears who has signed a group's
/// charter, and invites them to what is still to come.
@NullMarked
@ApplicationModule(allowedDependencies = {"tenancy", "web", "identity", "groups", "mail", "mail::replies", "notices"})
package org.peerage.scheduling;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
