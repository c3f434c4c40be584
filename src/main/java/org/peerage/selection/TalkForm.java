package org.peerage.selection;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.peerage.scheduling.MeetingTime;
import org.peerage.web.Name;

/// A time as it was typed.
record TalkForm(String day, String time, String zone, String minutes, String how) {

    static final int LONGEST = 240;
    static final int HOW = 300;

    /// Nobody waits longer, and a year of six digits is none that the database knows.
    private static final Duration AHEAD = Duration.ofDays(366);

    static TalkForm empty(ZoneId zone) {
        return new TalkForm("", "", zone.getId(), "45", "");
    }

    /// Empty where it is no time to come that is on the clock.
    Optional<MeetingTime> parse(Instant now) {
        try {
            var parsed = new MeetingTime(
                    LocalDate.parse(day).atTime(LocalTime.parse(time)), ZoneId.of(zone), Integer.parseInt(minutes));
            return parsed.minutes() >= 15
                            && parsed.minutes() <= LONGEST
                            && parsed.isOnTheClock()
                            && parsed.startsAt().isAfter(now)
                            && parsed.startsAt().isBefore(now.plus(AHEAD))
                            && (how.isBlank() || Name.accepts(how, HOW))
                    ? Optional.of(parsed)
                    : Optional.empty();
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }
}
