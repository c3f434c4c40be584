/// Selection: how somebody comes into a group that meets already, from being named to having settled in (C3).
///
/// - A [prospect][org.peerage.selection.Prospect] stands somewhere in a pipeline; the acts that lead on are a table
///   ([Act][org.peerage.selection.Act]), and what is not in it is refused. Each has an owner, a day and one next act.
/// - Names and states are lobby facts of the group's own, for those in its room. What members think of a prospect is
///   sealed: reasons and notes to the room, a scorecard to its writer and the chair.
/// - Nobody is told that they are, or were, a prospect: row security hides the row from the person whom it is about,
///   also after they have joined, and from everybody outside the room, conveners among them (`S4.6`).
/// - An invitation is the seat's own ([Groups][org.peerage.groups.Groups]); whoever takes the seat is moved on by that.
/// - What other modules find about a prospect they report by [Findings][org.peerage.selection.Findings]; a ballot is
///   opened, and somebody invited, only when it is settled.
/// - The group decides by a ballot under the rule of its charter ([Deciding][org.peerage.selection.Deciding]); by the
///   chair's word only where the charter says so.
///
/// - Whoever is on a panel offers times, and the candidate picks one by a link of their own, without signing in. What
///   stands there is what the group is called and times, and nobody's name ([Talks][org.peerage.selection.Talks]).
///
/// Owns schema `selection`: `prospect`, `move`, `note`, `panelist`, `slot`, `talk`; gives `shared_prospect`. Hears
/// [SeatTaken][org.peerage.groups.SeatTaken].
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "tenancy",
            "web",
            "networks",
            "networks::directory",
            "groups",
            "rooms",
            "notices",
            "ballots",
            "places",
            "identity",
            "mail",
            "scheduling"
        })
package org.peerage.selection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
