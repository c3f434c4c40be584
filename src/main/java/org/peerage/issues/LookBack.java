package org.peerage.issues;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// When the presenter of an issue is asked whether the work on it has helped (`S0.18`): what a group believes of itself
/// at the end of a meeting, and what has come of it, are two things.
enum LookBack {
    MONTH(30),
    QUARTER(90);

    /// How long the question stands among what is to do; on the page of the issue it stays.
    private static final int ASKED = 60;

    private final int days;

    LookBack(int days) {
        this.days = days;
    }

    int days() {
        return days;
    }

    static Optional<LookBack> of(int days) {
        return Arrays.stream(values()).filter(known -> known.days == days).findFirst();
    }

    /// The latest whose day has come, unless it was answered: whoever was away after a month is asked once, not twice.
    static Optional<LookBack> open(Instant closed, Collection<LookBack> said, Instant now, ZoneId zone) {
        return Arrays.stream(values())
                .filter(one -> !one.from(closed, zone).isAfter(LocalDate.ofInstant(now, zone)))
                .max(Comparator.naturalOrder())
                .filter(latest -> !said.contains(latest));
    }

    boolean asks(Instant closed, Instant now, ZoneId zone) {
        return from(closed, zone).plusDays(ASKED).isAfter(LocalDate.ofInstant(now, zone));
    }

    private LocalDate from(Instant closed, ZoneId zone) {
        return LocalDate.ofInstant(closed, zone).plusDays(days);
    }
}
