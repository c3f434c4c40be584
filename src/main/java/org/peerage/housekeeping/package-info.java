/// Housekeeping: what a group settles at the end of a meeting, kept where it was said. A need, a lead, a decision, and
/// when the group meets next.
///
/// - Each is a line in the words of whoever says it: a sealed text of the room about the meeting. Here is who said what
///   sort of line in which meeting, and nothing of what it says.
/// - Lines are written while the meeting goes on, or for a while after one on paper, and stand in its record for good.
/// - What somebody needs and offers stands on their page as well.
///
/// Owns schema `housekeeping`: `line`.
@NullMarked
@ApplicationModule(allowedDependencies = {"tenancy", "web", "live", "groups", "rooms", "scheduling", "meetings"})
package org.peerage.housekeeping;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
