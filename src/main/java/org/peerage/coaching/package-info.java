/// Coaching: whoever presents an issue prepares it with another member, who asks and gives no advice (C8).
///
/// - A coach is asked by the presenter or by the chair, and accepts or declines. That somebody is a coach is a fact of
/// the
///   lobby for the group.
/// - The presenter answers eight questions. The answers are for the two of them, by keys that nobody else has, or for
/// the
///   room, as the presenter chooses each time (`confidentiality.md` 2.13); so is every word between the two. That there
///   is a text for the two is known to the two.
/// - What the room was given stands below the issue in the live meeting.
///
/// Owns schema `coaching`: `coaching`, `text`. What goes before an issue is shown with it
/// ([IssueOutcomes][org.peerage.issues.IssueOutcomes]).
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "tenancy",
            "web",
            "groups",
            "rooms",
            "rooms::readers",
            "notices",
            "mail",
            "meetings",
            "issues"
        })
package org.peerage.coaching;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
