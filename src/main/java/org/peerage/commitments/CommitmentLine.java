package org.peerage.commitments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peerage.rooms.SealedView;

/// A commitment as one person sees it on a page. Words that are not readable from here are null.
record CommitmentLine(
        Commitment commitment,
        String owner,
        String witness,
        boolean mine,
        boolean mineToHear,
        LocalDate today,
        @Nullable SealedView text,
        @Nullable SealedView words,
        List<Step> steps,
        @Nullable Instant heardAt) {

    /// One move before the day had come.
    record Step(LocalDate from, LocalDate to, @Nullable SealedView words) {}

    CommitmentTerms terms() {
        return commitment.terms();
    }

    String id() {
        return terms().id().toString();
    }

    /// `open`, `today`, `done` or `missed`. There is no word for "late": the day stands beside it.
    String state() {
        return switch (commitment) {
            case Commitment.Done _ -> "done";
            case Commitment.Missed _ -> "missed";
            case Commitment.Open(var terms) -> terms.fallsDueBy(today) ? "due" : "open";
        };
    }

    boolean open() {
        return commitment instanceof Commitment.Open;
    }

    boolean mayMove() {
        return commitment instanceof Commitment.Open open && open.canMove(today);
    }

    boolean mayTell() {
        return mine && open();
    }

    /// The witness has not said yet that they heard how it went.
    boolean waitsToBeHeard() {
        return mineToHear && !open() && heardAt == null;
    }

    LocalDate earliestMove() {
        return terms().dueOn().plusDays(1);
    }
}
