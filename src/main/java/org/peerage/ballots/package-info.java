/// Ballots: a group decides in secret, by the rule that its charter names (`S0.8`, `practice.md` 2.12).
///
/// - A paper is sealed in the page under the room's key for votes, and bound to the question, the rule and the last
/// day.
///   The server never sees a choice. Papers are all of one length; they carry nobody's name and no time.
/// - All papers and the names of those who have voted lie in one row, each list in an order of its own, and every vote
///   writes the whole of it anew: nothing in the database links the one with the other. What whoever runs the server
///   could learn all the same stands in `docs/confidentiality.md`.
/// - Who may vote is fixed when the ballot opens. Whoever joins later does not see it; whoever leaves before voting is
///   taken off the list, and a paper that is in the box stays in it.
/// - Nobody sees a paper before the last day is over or all have voted. Then each page opens and counts by itself, and
///   finds its reader's paper by a receipt. What two have counted alike is the result, and its module is told.
///
/// Another module puts something to the vote by [Ballots][org.peerage.ballots.Ballots] and hears what came of it as a
/// [BallotSubject][org.peerage.ballots.BallotSubject].
///
/// Owns schema `ballots`: `ballot`, `voter`, `box`, `counted`. The program actor `ballots` keeps the boxes.
@NullMarked
@ApplicationModule(allowedDependencies = {"tenancy", "web", "groups", "rooms", "sealing", "notices", "jobs"})
package org.peerage.ballots;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
