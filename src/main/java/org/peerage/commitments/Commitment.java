package org.peerage.commitments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where a promise stands. Only one that is still open can move, be done, or not have happened.
sealed interface Commitment {

    Promise promise();

    record Promised(Promise promise) implements Commitment {

        /// At any time, also late: whoever did it in the end did it.
        Done done(@Nullable UUID outcome, Instant at) {
            return new Done(promise, at, outcome);
        }

        /// Before the day it falls due, to a later day. On the day itself it is too late: then it is kept or it is not.
        Moving renegotiate(LocalDate to, LocalDate today, Instant at, @Nullable UUID words) {
            if (promise.fallsDueBy(today)) {
                return new Moving.TooLate();
            }
            if (!to.isAfter(promise.dueOn())) {
                return new Moving.NotLater();
            }
            return new Moving.Moved(new Promised(promise.moved(to, at, words)));
        }

        /// From the day it falls due. Before that there is still time to do it or to move it.
        Missing didNotHappen(LocalDate today, Instant at, @Nullable UUID words) {
            return promise.fallsDueBy(today)
                    ? new Missing.Missed(new NotKept(promise, at, words))
                    : new Missing.NotDueYet();
        }

        boolean canMove(LocalDate today) {
            return !promise.fallsDueBy(today);
        }
    }

    record Done(Promise promise, Instant at, @Nullable UUID words) implements Commitment {}

    /// The words are what got in the way, and what help would be good.
    record NotKept(Promise promise, Instant at, @Nullable UUID words) implements Commitment {}

    sealed interface Moving {

        record Moved(Promised promised) implements Moving {}

        record TooLate() implements Moving {}

        record NotLater() implements Moving {}
    }

    sealed interface Missing {

        record Missed(NotKept notKept) implements Missing {}

        record NotDueYet() implements Missing {}
    }
}
