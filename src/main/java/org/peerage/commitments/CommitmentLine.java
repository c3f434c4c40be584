package org.peerage.commitments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peerage.commitments.weekly.Standing;
import org.peerage.rooms.SealedView;

/// A commitment as one person sees it on a page. Words that are not readable from here are null.
///
/// @param ownerSync,witnessSync whether each of the two sees it lead to its goal; null where they have not said, and
///     for everybody else
/// @param weekly the two lines of each week; null for whoever is not one of the two
record CommitmentLine(
        Commitment commitment,
        String owner,
        String witness,
        boolean mine,
        boolean mineToHear,
        LocalDate today,
        @Nullable SealedView text,
        @Nullable SealedView goal,
        @Nullable SealedView words,
        List<Step> steps,
        @Nullable Instant heardAt,
        boolean encouraged,
        @Nullable Boolean ownerSync,
        @Nullable Boolean witnessSync,
        @Nullable Standing weekly) {

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

    /// Before the day its witness may say that they stand by it.
    boolean mayEncourage() {
        return mineToHear && open() && !encouraged && !terms().dueOn().isBefore(today);
    }

    /// Whether it still leads to its goal is asked of the two who have a part in it.
    boolean asksForSync() {
        return open() && goal != null && (mine || mineToHear);
    }

    @Nullable Boolean mySync() {
        return mine ? ownerSync : witnessSync;
    }

    @Nullable Boolean otherSync() {
        return mine ? witnessSync : ownerSync;
    }

    String other() {
        return mine ? witness : owner;
    }

    LocalDate earliestMove() {
        return terms().dueOn().plusDays(1);
    }
}
