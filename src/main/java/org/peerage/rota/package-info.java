/// The rota: whose turn it is to lead which meeting of a group, in rotation through its members (`S0.29`, `practice.md`
/// 2.18).
///
/// - A group whose chair leads every meeting has no rota; that is how each begins, and its chair says otherwise.
/// - Who leads a meeting is kept with the meeting and nowhere else; who has led is what the meetings say. Here is only
///   whether a group takes turns, and who has asked whom to change (ADR-0034).
/// - Whoever has not led for longest is next; whoever is on leave that day is left out.
/// - The chair hands out, sets and passes on. Whoever leads may ask another, and only the other agrees.
/// - Leading prepares and runs that one meeting. It makes nobody chair: no key goes with it.
///
/// Owns schema `rota`: `setting`, `swap`. Hears [LeaderNamed][org.peerage.meetings.LeaderNamed].
@NullMarked
@ApplicationModule(
        allowedDependencies = {"tenancy", "web", "groups", "notices", "scheduling", "meetings", "attendance"})
package org.peerage.rota;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
