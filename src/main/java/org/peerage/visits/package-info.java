/// Visits: a candidate comes to one date of a group as a guest, under a pledge, and both sides decide
/// afterwards (`S0.36`, C3).
///
/// - The guest comes in by a personal link and has no account. Before they sign they read who invites and when;
///   once they have signed, where, by what link, what to bring and who has the chair. Of the group's memory
///   they read nothing: they are in no room's ledger, and nothing that is sealed is sent to their page.
/// - What they signed is kept as they read it, with their name and the moment. Nobody has visited without it:
///   neither the program nor the database lets that be said.
/// - Afterwards the guest says whether they would like to go on. Until then, and where they would not, no
///   ballot on them is opened ([Findings][org.peerage.selection.Findings]), unless the chair closes the visit.
/// - Members see on the dates and on the agenda that a guest comes.
/// - The link ends a week after the session, or when the visit is closed.
///
/// Owns schema `visits`: `visit`.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "tenancy",
            "web",
            "identity",
            "mail",
            "networks",
            "groups",
            "scheduling",
            "meetings",
            "selection"
        })
package org.peerage.visits;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
