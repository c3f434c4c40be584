package org.peerage.commitments;

import java.util.List;
import java.util.UUID;
import org.peerage.groups.Circle;

/// What the live meeting shows in its review of commitments, or at its end when new ones are made.
///
/// @param kept in time since the group met last; the review begins with it
record CommitmentStage(
        Circle circle,
        UUID item,
        boolean review,
        List<CommitmentLine> kept,
        List<Turn> turns,
        CommitmentDraft draft,
        boolean mayCommit) {

    /// One person's commitments: what is due by today first. Nobody is marked for having none.
    record Turn(String name, String page, boolean mine, List<CommitmentLine> due, List<CommitmentLine> later) {}

    /// The message key of what is asked of everybody here.
    String question() {
        return review
                ? "commitments.stage.review"
                : draft.issue() == null ? "commitments.stage.new" : "commitments.stage.issue";
    }

    String room() {
        return circle.openRoom().value();
    }
}
