package org.peerage.scheduling.quorum;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.peerage.groups.Circles;
import org.peerage.groups.GroupId;
import org.peerage.scheduling.DateId;
import org.peerage.scheduling.Dates;
import org.peerage.scheduling.GroupDate;
import org.peerage.scheduling.MeetingTime;
import org.peerage.scheduling.Polls;
import org.peerage.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Days within a week of a date that too few can make, and asking the group about them.
@Component
class Instead {

    /// The same weekday comes first to whoever has kept it free.
    private static final List<Integer> DAYS = List.of(-7, -2, -1, 1, 2, 7);

    /// Nobody can make room for the day after tomorrow.
    private static final Duration AHEAD = Duration.ofDays(3);

    private static final int TO_ANSWER = 5;

    private final Dates dates;
    private final Polls polls;
    private final Circles circles;
    private final InstantSource clock;

    Instead(Dates dates, Polls polls, Circles circles, InstantSource clock) {
        this.dates = dates;
        this.polls = polls;
        this.circles = circles;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    InsteadPage page(DateId id) {
        var date = dates.ahead(id).orElseThrow(NotFound::new);
        var circle = circles.arranged(date.group());
        var days = days(date);
        return new InsteadPage(circle, date, dates.away(date), days, lastDay(date, days), polls.isAsking(date.group()));
    }

    /// Exactly these, of those that were proposed. `poll` is of the form: sent twice it asks once.
    @Transactional
    GroupId ask(UUID poll, DateId id, Collection<LocalDate> chosen) {
        var date = dates.ahead(id).orElseThrow(NotFound::new);
        circles.arranged(date.group());
        var days = days(date).stream()
                .filter(time -> chosen.contains(time.local().toLocalDate()))
                .toList();
        if (!days.isEmpty()) {
            polls.askInstead(poll, date, days, lastDay(date, days));
        }
        return date.group();
    }

    private List<MeetingTime> days(GroupDate date) {
        var time = date.time();
        var earliest = clock.instant().plus(AHEAD);
        var taken = dates.ahead(date.group()).stream()
                .map(other -> other.time().local().toLocalDate())
                .toList();
        return DAYS.stream()
                .map(days -> time.onDay(time.local().toLocalDate().plusDays(days)))
                .filter(other -> isFree(other, time, earliest)
                        && !taken.contains(other.local().toLocalDate()))
                .toList();
    }

    private static boolean isFree(MeetingTime other, MeetingTime time, Instant earliest) {
        return other.isOnTheClock() && other.startsAt().isAfter(earliest) && (isWeekend(time) || !isWeekend(other));
    }

    private static boolean isWeekend(MeetingTime time) {
        return time.local().getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
    }

    /// Soon, and before the first of these days.
    private LocalDate lastDay(GroupDate date, List<MeetingTime> days) {
        var soon = clock.instant().atZone(date.time().zone()).toLocalDate().plusDays(TO_ANSWER);
        return days.stream()
                .map(time -> time.local().toLocalDate().minusDays(1))
                .filter(eve -> eve.isBefore(soon))
                .min(LocalDate::compareTo)
                .orElse(soon);
    }
}
