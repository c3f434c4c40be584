package org.peerage.meetings.floor;

import java.time.Duration;
import java.time.Instant;

/// Time given to an item or a turn. A page only ever learns the end instant, never a duration, so that latecomers and
/// wrong clocks see the same end. Running over is allowed: a countdown informs and never locks.
sealed interface Countdown {

    /// It is going on; `before` is what was spent before the last stop.
    record Running(Duration before, Instant since, Instant endsAt) implements Countdown {

        Stopped stop(Instant now) {
            return new Stopped(spent(now), left(now));
        }

        @Override
        public Duration spent(Instant now) {
            // A clock set back between two acts must not make time negative.
            return now.isBefore(since) ? before : before.plus(Duration.between(since, now));
        }

        @Override
        public Duration left(Instant now) {
            return Duration.between(now, endsAt);
        }

        @Override
        public Running extend(Duration more) {
            return new Running(before, since, endsAt.plus(more));
        }

        @Override
        public Running running(Instant now) {
            return this;
        }
    }

    record Stopped(Duration spent, Duration left) implements Countdown {

        @Override
        public Duration spent(Instant now) {
            return spent;
        }

        @Override
        public Duration left(Instant now) {
            return left;
        }

        @Override
        public Stopped extend(Duration more) {
            return new Stopped(spent, left.plus(more));
        }

        @Override
        public Running running(Instant now) {
            return new Running(spent, now, now.plus(left));
        }
    }

    static Running start(Instant now, Duration allotted) {
        return new Running(Duration.ZERO, now, now.plus(allotted));
    }

    Duration spent(Instant now);

    /// Negative once it runs over.
    Duration left(Instant now);

    Countdown extend(Duration more);

    Running running(Instant now);

    default boolean isOver(Instant now) {
        return left(now).isNegative();
    }
}
