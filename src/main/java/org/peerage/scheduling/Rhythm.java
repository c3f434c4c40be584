package org.peerage.scheduling;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/// How often a step sets dates: once, or a year of monthly ones.
enum Rhythm {
    ONCE,
    /// The first Tuesday, the third Thursday. A fifth weekday means the last of each month.
    MONTHLY_ON_THE_WEEKDAY,
    /// The 14th of each month; the last day where a month is shorter.
    MONTHLY_ON_THE_DAY;

    static final int MONTHS = 12;

    List<LocalDate> from(LocalDate first) {
        var days = new ArrayList<LocalDate>();
        days.add(first);
        for (var month = 1; this != ONCE && month < MONTHS; month++) {
            days.add(after(first, month));
        }
        return List.copyOf(days);
    }

    private LocalDate after(LocalDate first, int months) {
        if (this == MONTHLY_ON_THE_DAY) {
            return first.plus(months, ChronoUnit.MONTHS);
        }
        var which = (first.getDayOfMonth() - 1) / 7 + 1;
        var start = first.withDayOfMonth(1).plusMonths(months);
        return start.with(
                which == 5
                        ? TemporalAdjusters.lastInMonth(first.getDayOfWeek())
                        : TemporalAdjusters.dayOfWeekInMonth(which, first.getDayOfWeek()));
    }
}
