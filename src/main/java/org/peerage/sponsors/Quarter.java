package org.peerage.sponsors;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

/// A quarter of a year, by its first day.
record Quarter(LocalDate first) {

    /// So many are shown.
    static final int SHOWN = 4;

    /// What is entered from paper in the week after its meeting belongs to its quarter, and is put right for two weeks.
    private static final int GRACE_DAYS = 21;

    Quarter {
        if (first.getDayOfMonth() != 1 || first.getMonthValue() % 3 != 1) {
            throw new IllegalArgumentException("no quarter begins on " + first);
        }
    }

    static Quarter of(LocalDate day) {
        return new Quarter(LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / 3 * 3 + 1, 1));
    }

    /// Those that are over wherever people meet, and about which nothing is entered any more, the last first.
    static List<Quarter> over(InstantSource clock) {
        return Stream.iterate(running(clock).before(), Quarter::before)
                .limit(SHOWN)
                .toList();
    }

    /// The one that is not over yet everywhere, with the days of grace after it.
    static Quarter running(InstantSource clock) {
        return of(LocalDate.ofInstant(clock.instant(), ZoneOffset.ofHours(-12)).minusDays(GRACE_DAYS));
    }

    Quarter before() {
        return new Quarter(first.minusMonths(3));
    }

    LocalDate last() {
        return first.plusMonths(3).minusDays(1);
    }

    /// From when on its figures are there.
    LocalDate shown() {
        return last().plusDays(GRACE_DAYS + 2);
    }
}
