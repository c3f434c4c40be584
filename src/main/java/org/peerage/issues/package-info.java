/// Issues: what a member brings to the group, how it is prepared, and how the group works on it by a protocol.
///
/// - The ways of working are data of this module (`protocols/issues.json`), followed by
///   [Processings][org.peerage.processing.Processings]. Each kind of issue has ways that are right for it, and a
/// setback
///   none with advice.
/// - Both the stated and the real issue are kept (`S0.21`). No issue closes without a dated commitment or "no action,
///   because" (`S0.22`); what comes of it other modules show ([IssueOutcomes][org.peerage.issues.IssueOutcomes]).
/// - An issue waits in the parking lot, is prepared, at work or closed, and each state has the acts that are right in
///   it. Its presenter says what it was worth, whoever closed it (`S0.18`). Who waits is next, whoever implements
///   [IssueQueue][org.peerage.issues.IssueQueue] knows.
///
/// All words are sealed texts of the room; here are ids, states and times. Owns schema `issues`: `issue`, `look_back`,
/// `for_goal`, which says for which goal of its presenter an issue was brought.
@NullMarked
@ApplicationModule(
        allowedDependencies = {"tenancy", "web", "live", "groups", "rooms", "meetings", "processing", "goals"})
package org.peerage.issues;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
