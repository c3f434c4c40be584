package org.peerage.commitments.weekly;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;

/// A week begins on Monday, by the clock of the group; somebody is reminded on Friday morning.
final class Weeks {

    private static final LocalTime MORNING = LocalTime.of(8, 0);

    private Weeks() {}

    static LocalDate of(Instant now, ZoneId zone) {
        return of(LocalDate.ofInstant(now, zone));
    }

    static LocalDate of(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    static Instant end(LocalDate week, ZoneId zone) {
        return week.plusWeeks(1).atStartOfDay(zone).toInstant();
    }

    /// The first after now.
    static Instant reminder(Instant now, ZoneId zone) {
        var friday = LocalDate.ofInstant(now, zone).with(TemporalAdjusters.nextOrSame(DayOfWeek.FRIDAY));
        var morning = friday.atTime(MORNING).atZone(zone).toInstant();
        return morning.isAfter(now)
                ? morning
                : friday.plusWeeks(1).atTime(MORNING).atZone(zone).toInstant();
    }
}
