/// The parking lot: issues of a group that wait for their turn, how much each presses, and what became of them (C11).
///
/// - An issue in it is one of `issues` that has a title and waits. Its title is a sealed text of the room; how
///   important and how urgent its owner finds it, on which days it was mentioned, and who would like to work on it are
///   lobby facts of the group's own.
/// - Its points are importance times urgency times the days on which it was mentioned. The agenda takes the next by
///   them ([IssueQueue][org.peerage.issues.IssueQueue]), after what is prepared and after whoever has not presented for
///   a year.
/// - Nothing vanishes: what is let go, or put together with another, stays to be seen and can be taken up again.
///
/// Owns schema `parkinglot`: `weight`, `mention`, `wish`.
@NullMarked
@ApplicationModule(allowedDependencies = {"tenancy", "web", "groups", "rooms", "meetings", "issues", "goals"})
package org.peerage.parkinglot;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
