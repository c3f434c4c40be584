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

/// What was typed to set or to move a date. Kept as typed, so that a refusal gives it back.
record DateForm(
        String request,
        String day,
        String time,
        String zone,
        String minutes,
        String place,
        String video,
        String rhythm,
        String keep) {

    /// A field that was not sent at all is an empty one.
    DateForm {
        request = Objects.requireNonNullElse(request, "");
        day = Objects.requireNonNullElse(day, "");
        time = Objects.requireNonNullElse(time, "");
        zone = Objects.requireNonNullElse(zone, "");
        minutes = Objects.requireNonNullElse(minutes, "");
        place = Objects.requireNonNullElse(place, "");
        video = Objects.requireNonNullElse(video, "");
        rhythm = Objects.requireNonNullElse(rhythm, "");
        keep = Objects.requireNonNullElse(keep, "");
    }

    private static final Set<String> ZONES = new TreeSet<>(ZoneId.getAvailableZoneIds().stream()
            .filter(zone -> zone.contains("/") && !zone.startsWith("Etc/") && !zone.startsWith("SystemV/"))
            .toList());

    static {
        ZONES.add("UTC");
    }

    /// Every zone of the world that has a name people know it by.
    static Set<String> zones() {
        return ZONES;
    }

    static DateForm empty(ZoneId zone) {
        return new DateForm("", "", "", zone.getId(), "240", "", "", Rhythm.ONCE.name(), Keep.CLOCK.name());
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
                Rhythm.ONCE.name(),
                Keep.CLOCK.name());
    }

    /// What holds when the zone of a date is changed.
    enum Keep {
        CLOCK,
        MOMENT
    }

    sealed interface Parsed permits Planned, Wrong {}

    record Planned(List<MeetingTime> times, Venue venue) implements Parsed {}

    /// Field to message key of what is wrong with it.
    record Wrong(Map<String, String> fields) implements Parsed {}

    @Nullable UUID requestId() {
        try {
            return UUID.fromString(request);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /// Reads a new date, or a year of them.
    Parsed parse(Instant now) {
        return parse(now, (start, zone, length) -> new MeetingTime(start, zone, length));
    }

    /// Reads a move. Where the zone changes, either the clock time holds (18:00 there) or the moment does: then what
    /// was
    /// typed is read in the zone that the date had.
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
        var startTime = time(wrong);
        if (!ZONES.contains(zone)) {
            wrong.put("zone", "scheduling.form.zone.wrong");
        }
        var length = length(wrong);
        venue(wrong);
        if (!wrong.isEmpty() || startDay == null || startTime == null) {
            return new Wrong(wrong);
        }
        var times = repeats().from(startDay).stream()
                .map(date -> reading.time(date.atTime(startTime), ZoneId.of(zone), length))
                .toList();
        var first = times.getFirst();
        if (!first.isOnTheClock()) {
            wrong.put("time", "scheduling.form.time.skipped");
        } else if (!first.startsAt().isAfter(now)) {
            wrong.put("day", "scheduling.form.day.past");
        }
        return wrong.isEmpty() ? new Planned(times, new Venue(place.strip(), video.strip())) : new Wrong(wrong);
    }

    private Rhythm repeats() {
        for (var known : Rhythm.values()) {
            if (known.name().equals(rhythm)) {
                return known;
            }
        }
        return Rhythm.ONCE;
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

    private int length(Map<String, String> wrong) {
        try {
            var length = Integer.parseInt(minutes.strip());
            if (length >= 15 && length <= 1440) {
                return length;
            }
        } catch (NumberFormatException e) {
            wrong.put("minutes", "scheduling.form.minutes.wrong");
            return 0;
        }
        wrong.put("minutes", "scheduling.form.minutes.wrong");
        return 0;
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
