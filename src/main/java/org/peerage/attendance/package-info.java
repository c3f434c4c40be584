/// Attendance: what a group's charter says about being there (C5, `practice.md` 2.9), member by member, and leave.
///
/// - Misses are counted by the charter's own numbers, in halves, over the past year: a meeting missed is one, being
/// late
///   or leaving early a half. What the chair has excused and what falls into a leave does not count, nor does anything
///   from before somebody was in the room.
/// - A member sees the own count and the charter's words; the chair sees whose step is due and what was counted for it.
///   Nobody is shown a list of members by their misses (`S0.15`). In the chair's place, where it is about the chair,
///   stands whoever is to chair next, or else the group ([Overseers][org.peerage.attendance.Overseers]).
/// - The ladder goes word, call, talk, vote, one after the other and each once: what is not due is refused. It says who
///   took which step when, and never why somebody was away.
/// - A leave is asked for by a member and agreed by the chair for the group, for as long as the charter allows at most.
///   It ends by itself; the seat stays. A pause that the group has decided ([PauseDecided]
///   [org.peerage.breach.PauseDecided]) is a leave that nobody has asked for and nobody ends early.
///
/// Owns schema `attendance`: `mark`, `step`, `leave`; gives `shared_leave`. A vote is a ballot on its step.
@NullMarked
@ApplicationModule(
        allowedDependencies = {"tenancy", "web", "rooms", "groups", "meetings", "notices", "ballots", "breach"})
package org.peerage.attendance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
