/// Commitments: what somebody will do by when, who follows up, and how it went.
///
/// - The words are sealed records of the room; days, states and witnesses are plain, so that what is due comes up at
///   every meeting by itself (`S0.24`).
/// - Only the owner acts on a commitment. Moving it *before* it falls due is no failure and is kept as history;
///   on the day itself or later it is done or it did not happen (`S0.25`).
/// - Care before blame (`S0.26`): the owner chooses the witness; what did not happen is visible to the two of them
///   alone; no list of misses exists, no colour marks anybody, and one's kept rate is one's own. A group learns its
///   rate from five people on. Two lines a week to the witness are for the two alone.
///
/// Owns schema `commitments`: `commitment`, `renegotiation`, `hearing`, `encouragement`, `sync`, `weekly`,
/// `weekly_reminder`. Proposes the review to the agenda ([ItemType][org.peerage.meetings.ItemType]), fills its
/// live stage, and lets an issue end with a commitment ([IssueOutcomes][org.peerage.issues.IssueOutcomes],
/// [Facts][org.peerage.processing.Facts]).
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "tenancy",
            "web",
            "live",
            "groups",
            "rooms",
            "rooms::readers",
            "scheduling",
            "notices",
            "mail",
            "meetings",
            "processing",
            "issues",
            "goals",
            "jobs"
        })
package org.peerage.commitments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
