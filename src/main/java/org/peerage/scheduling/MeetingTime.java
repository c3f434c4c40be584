package org.peerage.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.peerage.web.Days;
import org.peerage.web.Message;

/// A clock time in a zone, and for how long. Everything that shows or sends a date goes through here, so that page,
/// letter and calendar cannot differ (conventions 2.1).
public record MeetingTime(LocalDateTime local, ZoneId zone, int minutes) {

    /// Where the clocks are turned back, the first of the two hours is meant; where they jump forward over `local`, the
    /// meeting starts that much later by the clock.
    public Instant startsAt() {
        return start().toInstant();
    }

    /// A meeting lasts as long as it lasts: if the clocks change meanwhile, it ends at another time by the clock.
    public Instant endsAt() {
        return startsAt().plus(Duration.ofMinutes(minutes));
    }

    public ZonedDateTime start() {
        return local.atZone(zone);
    }

    public ZonedDateTime end() {
        return endsAt().atZone(zone);
    }

    /// False for a time that the clocks skip on that day.
    public boolean isOnTheClock() {
        return start().toLocalDateTime().equals(local);
    }

    /// By the same clock on another day.
    public MeetingTime onDay(LocalDate day) {
        return new MeetingTime(day.atTime(local.toLocalTime()), zone, minutes);
    }

    MeetingTime keepingTheClock(ZoneId other) {
        return new MeetingTime(local, other, minutes);
    }

    MeetingTime keepingTheMoment(ZoneId other) {
        return new MeetingTime(startsAt().atZone(other).toLocalDateTime(), other, minutes);
    }

    /// When it begins, as a sentence says it to each reader.
    public Message.Moment moment() {
        return new Message.Moment(startsAt(), zone);
    }

    /// `Tue 2 February 2027, 6:00 PM to 10:00 PM Europe/Berlin`: never without the zone.
    public String words(Locale locale) {
        var day = Days.of(locale);
        var clock = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(locale);
        var end = end();
        var until = end.toLocalDate().equals(start().toLocalDate())
                ? clock.format(end)
                : day.format(end) + ", " + clock.format(end);
        return day.format(start()) + ", " + clock.format(start()) + " – " + until + " "
                + zone.getId().replace('_', ' ');
    }
}
