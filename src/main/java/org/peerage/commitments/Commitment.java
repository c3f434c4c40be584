package org.peerage.commitments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where a commitment stands. Only one that is still open can move, be done, or not have happened.
sealed interface Commitment {

    CommitmentTerms terms();

    record Open(CommitmentTerms terms) implements Commitment {

        /// At any time, also late: whoever did it in the end did it.
        Done done(@Nullable UUID outcome, Instant at) {
            return new Done(terms, at, outcome);
        }

        /// Before the day it falls due, to a later day. On the day itself it is too late: then it is kept or it is not.
        Moving renegotiate(LocalDate to, LocalDate today, Instant at, @Nullable UUID words) {
            if (terms.fallsDueBy(today)) {
                return new Moving.TooLate();
            }
            if (!to.isAfter(terms.dueOn())) {
                return new Moving.NotLater();
            }
            return new Moving.Moved(new Open(terms.moved(to, at, words)));
        }

        /// From the day it falls due. Before that there is still time to do it or to move it.
        Missing didNotHappen(LocalDate today, Instant at, @Nullable UUID words) {
            return terms.fallsDueBy(today) ? new Missing.Told(new Missed(terms, at, words)) : new Missing.NotDueYet();
        }

        boolean canMove(LocalDate today) {
            return !terms.fallsDueBy(today);
        }
    }

    record Done(CommitmentTerms terms, Instant at, @Nullable UUID words) implements Commitment {}

    /// The words are what got in the way, and what help would be good.
    record Missed(
            CommitmentTerms terms, Instant at, @Nullable UUID words) implements Commitment {}

    sealed interface Moving {

        record Moved(Open open) implements Moving {}

        record TooLate() implements Moving {}

        record NotLater() implements Moving {}
    }

    sealed interface Missing {

        record Told(Missed missed) implements Missing {}

        record NotDueYet() implements Missing {}
    }
}
