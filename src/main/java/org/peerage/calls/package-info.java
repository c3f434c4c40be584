/// Calls after a setback: the group listens and gives no advice, and then who will call its presenter within 48 hours
/// is asked for and taken (C14, `S1.18`).
///
/// - Who takes a call and whether they have made it are lobby facts of the group's own. What it is about is the issue,
///   whose words are the room's.
/// - Whoever has taken one is reminded after a day, and its presenter told that somebody will call.
///
/// Owns schema `calls`: `call`. What comes of a setback ([IssueOutcomes][org.peerage.issues.IssueOutcomes]).
@NullMarked
@ApplicationModule(allowedDependencies = {"tenancy", "web", "live", "groups", "notices", "meetings", "issues"})
package org.peerage.calls;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
