package org.peerage.mail;

import java.time.Duration;
import java.time.Instant;

/// How long to wait before trying a letter again, and when to stop.
record Patience(Duration first, Duration longest, int tries) {

    static final Patience USUAL = new Patience(Duration.ofMinutes(1), Duration.ofHours(6), 12);

    boolean exhausted(int attempts) {
        return attempts >= tries;
    }

    /// Doubles with each attempt made so far.
    Instant next(Instant now, int attempts) {
        var wait = first.multipliedBy(1L << Math.min(Math.max(attempts - 1, 0), 20));
        return now.plus(wait.compareTo(longest) > 0 ? longest : wait);
    }
}
