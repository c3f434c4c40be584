/// Learnings: one line on what somebody has understood, from whom and for which goal; at the end of an item of a
/// meeting, or between two (C13). It becomes a commitment, and is used again when another member raises the topic.
///
/// - A line is told to the group, a sealed text of the room, or kept, sealed to its writer alone. Who learned in
///   which meeting and from whom are lobby facts: of a line that is told the group's own, of one that is kept its
///   writer's alone.
/// - Which lines suit a topic is found in the page, from opened texts: the server cannot. Only of those who have agreed
///   to be asked is anything suggested, and each time they say yes or not this time (`S1.16`).
///
/// Owns schema `learnings`: `learning`, `consent`, `asking`. Stands beside every item
/// ([ItemGuest][org.peerage.meetings.ItemGuest]) and beside whatever issue is raised
/// ([IssueHelp][org.peerage.issues.IssueHelp]); commitments begin with its lines
/// ([CommitmentSeeds][org.peerage.commitments.CommitmentSeeds]).
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "tenancy",
            "web",
            "live",
            "groups",
            "rooms",
            "notices",
            "meetings",
            "processing",
            "issues",
            "goals",
            "commitments"
        })
package org.peerage.learnings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
