package org.peerage.commitments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peerage.rooms.SealedView;

/// A promise as one person sees it on a page. Words that are not readable from here are null.
record PromiseLine(
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

    Promise promise() {
        return commitment.promise();
    }

    String id() {
        return promise().id().toString();
    }

    /// `open`, `today`, `done` or `not-kept`. There is no word for "late": the day stands beside it.
    String state() {
        return switch (commitment) {
            case Commitment.Done _ -> "done";
            case Commitment.NotKept _ -> "not-kept";
            case Commitment.Promised(var promise) -> promise.fallsDueBy(today) ? "due" : "open";
        };
    }

    boolean open() {
        return commitment instanceof Commitment.Promised;
    }

    boolean mayMove() {
        return commitment instanceof Commitment.Promised promised && promised.canMove(today);
    }

    boolean mayTell() {
        return mine && open();
    }

    /// The witness has not said yet that they heard how it went.
    boolean waitsToBeHeard() {
        return mineToHear && !open() && heardAt == null;
    }

    LocalDate earliestMove() {
        return promise().dueOn().plusDays(1);
    }
}
