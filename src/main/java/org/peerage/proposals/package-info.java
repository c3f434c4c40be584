/// Proposals: composing the groups of a network (C4, S1.4 to S1.8, S3.15, S4.6).
///
/// A convener chooses people, says what matters and what must not happen, and asks for a run. A run is a job:
/// it keeps what it was asked, is worked on by one node at a time under a lease, saves its best seats as it
/// goes, and goes on from them after a restart (`docs/decisions/0012`). What it found is a proposal that people
/// change and accept; no seat is given to anybody by the program alone.
///
/// Who asks about groups that meet already has the engine from
/// [NetworkComposer][org.peerage.proposals.NetworkComposer].
///
/// Owns schema `proposals`: `run`, `wish`, `proposal`, `seat`, `accepted`, `what_if`. The program actor
/// `proposals.seating` reads who competes with whom as conveners have put it right, for whoever invites;
/// `proposals.composing` works on runs, makes the proposal of one that is done, and sees nothing else.
/// Publishes [RunDone][org.peerage.proposals.runs.RunDone].
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "tenancy",
            "jobs",
            "web",
            "web::download",
            "identity",
            "identity::trail",
            "networks",
            "networks::directory",
            "groups",
            "composition",
            "composition::search"
        })
package org.peerage.proposals;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
