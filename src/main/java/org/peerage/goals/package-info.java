/// Goals: what a member wants to reach, said to the group (C12). What they promise from meeting to meeting serves one.
///
/// - The words are one sealed text of the room, written by its owner alone: the goal, why it matters, what would be a
///   stretch, and what stands in the way.
/// - A day by which, whether its owner sees it on course, and how it ended are lobby facts of the group's own: nobody
///   outside the room reads them.
/// - A goal ends once: reached, or let go. Neither is counted against anybody, and nobody is ranked.
/// - A peer may challenge somebody by a goal of theirs, never without one, and only where its owner has agreed to it
///   for good: what was seen and a question, for the two or for the room (`S1.15`).
/// - What stands in the way of one is brought to the group as an issue ([GoalWork][org.peerage.goals.GoalWork]).
///
/// Owns schema `goals`: `goal`, `consent`, `challenge`.
@NullMarked
@ApplicationModule(allowedDependencies = {"tenancy", "web", "networks", "groups", "rooms", "rooms::readers", "notices"})
package org.peerage.goals;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
