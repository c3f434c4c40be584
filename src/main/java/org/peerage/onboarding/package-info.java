/// Onboarding: the first ninety days of whoever is new in a group (`S1.28`, C3): a buddy, a profile, a first goal, the
/// help pledge, the lifeline, a first meeting, and looks at 30, 60 and 90 days.
///
/// - The list is seen by the newcomer, their buddy and the chair, and by nobody else.
/// - What the program knows (a profile, a goal, a meeting attended) is ticked by nobody: it is read where it stands.
/// The
///   rest is marked by whoever it is up to, and by nobody for them.
/// - It begins by itself when somebody is let into the room of a group that has met, and otherwise when the chair says
///   so. It belongs to a seat.
/// - States and days only: what the two talk about is written nowhere.
///
/// Owns schema `onboarding`: `newcomer`, `mark`. Hears `MemberLetIn`, `MemberLetOut`, `RoomChange`.
@NullMarked
@ApplicationModule(
        allowedDependencies = {"tenancy", "web", "networks", "rooms", "groups", "notices", "meetings", "goals"})
package org.peerage.onboarding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
