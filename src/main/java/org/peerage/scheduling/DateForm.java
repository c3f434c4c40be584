package org.peerage.scheduling;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.web.Name;

/// What was typed to set or to move a date, or what all dates of a year have in common. Kept as typed, so that a
/// refusal gives it back.
public record DateForm(
        String request, String day, String time, String zone, String minutes, String place, String video, String keep) {

    /// A field that was not sent at all is an empty one.
    public DateForm {
        request = Objects.requireNonNullElse(request, "");
        day = Objects.requireNonNullElse(day, "");
        time = Objects.requireNonNullElse(time, "");
        zone = Objects.requireNonNullElse(zone, "");
        minutes = Objects.requireNonNullElse(minutes, "");
        place = Objects.requireNonNullElse(place, "");
        video = Objects.requireNonNullElse(video, "");
        keep = Objects.requireNonNullElse(keep, "");
    }

    private static final Set<String> ZONES = new TreeSet<>(ZoneId.getAvailableZoneIds().stream()
            .filter(zone -> zone.contains("/") && !zone.startsWith("Etc/") && !zone.startsWith("SystemV/"))
            .toList());

    static {
        ZONES.add("UTC");
    }

    /// Every zone of the world that has a name people know it by.
    public static Set<String> zones() {
        return ZONES;
    }

    /// As long as the charter says.
    public static DateForm empty(ZoneId zone, int minutes) {
        return new DateForm("", "", "", zone.getId(), Integer.toString(minutes), "", "", Keep.CLOCK.name());
    }

    /// At another day, as this one was.
    public static DateForm like(MeetingTime time) {
        return new DateForm(
                "",
                "",
                time.local().toLocalTime().toString(),
                time.zone().getId(),
                Integer.toString(time.minutes()),
                "",
                "",
                Keep.CLOCK.name());
    }

    static DateForm of(GroupDate date) {
        return new DateForm(
                "",
                date.time().local().toLocalDate().toString(),
                date.time().local().toLocalTime().toString(),
                date.time().zone().getId(),
                Integer.toString(date.time().minutes()),
                date.venue().place(),
                date.venue().video(),
                Keep.CLOCK.name());
    }

    /// What holds when the zone of a date is changed.
    enum Keep {
        CLOCK,
        MOMENT
    }

    public sealed interface Parsed permits Planned, Wrong {}

    /// Dates as they were typed.
    ///
    /// @param times one for each day
    public record Planned(List<MeetingTime> times, GroupDate.Venue venue) implements Parsed {}

    /// Field to message key of what is wrong with it.
    public record Wrong(Map<String, String> fields) implements Parsed {}

    public @Nullable UUID requestId() {
        return requestId(request);
    }

    /// What a form names itself, or null where that is no name.
    static @Nullable UUID requestId(String request) {
        try {
            return UUID.fromString(request);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /// Reads a new date.
    Parsed parse(Instant now) {
        return parse(now, MeetingTime::new);
    }

    /// Reads what these days have in common, all of which are to come.
    public Parsed parse(Instant now, List<LocalDate> days) {
        var wrong = new LinkedHashMap<String, String>();
        return parse(now, days, time(wrong), wrong, MeetingTime::new);
    }

    /// Reads a move. Where the zone changes, either the clock time holds (18:00 there) or the moment does: then what
    /// was typed is read in the zone that the date had.
    Parsed parseMove(Instant now, MeetingTime before) {
        return parse(
                now,
                (start, zone, length) -> keep.equals(Keep.MOMENT.name())
                        ? new MeetingTime(start, before.zone(), length).keepingTheMoment(zone)
                        : new MeetingTime(start, zone, length));
    }

    private interface Reading {
        MeetingTime time(LocalDateTime start, ZoneId zone, int minutes);
    }

    private Parsed parse(Instant now, Reading reading) {
        var wrong = new LinkedHashMap<String, String>();
        var startDay = day(wrong);
        return parse(now, startDay == null ? List.of() : List.of(startDay), time(wrong), wrong, reading);
    }

    private Parsed parse(
            Instant now,
            List<LocalDate> days,
            @Nullable LocalTime startTime,
            Map<String, String> wrong,
            Reading reading) {
        if (!ZONES.contains(zone)) {
            wrong.put("zone", "scheduling.form.zone.wrong");
        }
        var length = length(minutes);
        if (length == 0) {
            wrong.put("minutes", "scheduling.form.minutes.wrong");
        }
        venue(wrong);
        if (!wrong.isEmpty() || startTime == null) {
            return new Wrong(wrong);
        }
        var times = days.stream()
                .map(date -> reading.time(date.atTime(startTime), ZoneId.of(zone), length))
                .toList();
        for (var read : times) {
            if (!read.isOnTheClock()) {
                wrong.put("time", "scheduling.form.time.skipped");
            } else if (!read.startsAt().isAfter(now)) {
                wrong.put("day", "scheduling.form.day.past");
            }
        }
        return wrong.isEmpty()
                ? new Planned(times, new GroupDate.Venue(place.strip(), video.strip()))
                : new Wrong(wrong);
    }

    private @Nullable LocalDate day(Map<String, String> wrong) {
        try {
            var date = LocalDate.parse(day.strip());
            if (date.getYear() < 2000 || date.getYear() > 2199) {
                wrong.put("day", "scheduling.form.day.wrong");
            }
            return date;
        } catch (DateTimeException e) {
            wrong.put("day", "scheduling.form.day.wrong");
            return null;
        }
    }

    private @Nullable LocalTime time(Map<String, String> wrong) {
        try {
            return LocalTime.parse(time.strip()).withSecond(0).withNano(0);
        } catch (DateTimeException e) {
            wrong.put("time", "scheduling.form.time.wrong");
            return null;
        }
    }

    /// From a quarter of an hour to a day; nought for everything else.
    static int length(String minutes) {
        try {
            var length = Integer.parseInt(minutes.strip());
            return length >= 15 && length <= 1440 ? length : 0;
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private void venue(Map<String, String> wrong) {
        if (!place.isBlank() && !Name.accepts(place, 200)) {
            wrong.put("place", "scheduling.form.place.wrong");
        }
        var link = video.strip();
        if (!link.isEmpty() && (link.length() > 300 || !isSecureAddress(link))) {
            wrong.put("video", "scheduling.form.video.wrong");
        }
    }

    private static boolean isSecureAddress(String link) {
        try {
            var address = new URI(link);
            return "https".equals(address.getScheme()) && address.getHost() != null && address.getUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
