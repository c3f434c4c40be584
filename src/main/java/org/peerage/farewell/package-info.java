/// Farewell: how a member leaves a group well (`practice.md` 2.14, C3, `S2.30`).
///
/// - The chair is told first and alone: the words are sealed to the key of whoever chairs by the room's ledger, and to
///   nobody else's. That there is such a word the two of them know, and nobody else until the member has told the
///   group.
/// - A [farewell][org.peerage.farewell.Farewell] goes by a table of acts ([Act][org.peerage.farewell.Act]); what is not
///   in it is refused. It can be taken back at any time before the member is out of the room.
/// - The last meeting is a date of the group, not sooner than the charter asks. Once the group is told, that meeting
///   has a farewell on its agenda.
/// - Out of the room lets them a signed entry of a browser in it, as always, and those who stay get a new key; this
///   module hears of it. What holds on afterwards is kept for whoever left, in the words that were signed.
/// - Who is let out by others, because the group has decided it, or leaves without a word, finds the same page without
///   a last meeting. It says neither why nor by whom, and nobody else has a row of it.
///
/// Owns schema `farewell`: `farewell`. Hears `MemberLetOut`. The program actor `farewell` writes down that somebody is
/// gone.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "tenancy",
            "web",
            "rooms",
            "rooms::readers",
            "groups",
            "meetings",
            "notices",
            "commitments"
        })
package org.peerage.farewell;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
