package org.peerage.scheduling;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.Circle;

/// What `/groups/{id}/poll` shows: the dates that are asked about, my words, and for whoever arranges, the form.
///
/// @param silent how many have not answered everything; nought for whoever does not arrange
record PollPage(
        Circle circle,
        Optional<Poll> poll,
        Map<UUID, Poll.Word> mine,
        int silent,
        Instant now,
        Form form,
        Map<String, String> wrong) {

    /// So many days and times of a day are asked about at most.
    static final int DAYS = 8;

    static final int SLOTS = 3;

    PollPage with(Form typed, Map<String, String> mistakes) {
        return new PollPage(circle, poll, mine, silent, now, typed, mistakes);
    }

    String action() {
        return Polls.page(circle.id());
    }

    String dates() {
        return Dates.page(circle.id());
    }

    boolean answers() {
        return circle.mine() && poll.filter(one -> one.answerable(now)).isPresent();
    }

    boolean said(Poll.Option option, Poll.Word word) {
        return mine.get(option.id()) == word;
    }

    Optional<Poll.Option> best() {
        return poll.flatMap(one -> one.best(now));
    }

    /// How many times of a day there are at most: so many stand side by side where there is room.
    long slots() {
        return poll.map(one -> one.options().stream()
                        .map(option -> one.time(option).local().toLocalTime())
                        .distinct()
                        .count())
                .orElse(1L);
    }

    sealed interface Parsed permits Asked, Wrong {}

    record Asked(ZoneId zone, LocalDate closesOn, List<MeetingTime> times) implements Parsed {}

    /// Field to message key of what is wrong with it.
    record Wrong(Map<String, String> fields) implements Parsed {}

    /// Days and times as they were typed; each of the days is asked about at each of the times.
    record Form(String request, List<String> day, List<String> time, String zone, String minutes, String closes) {

        Form {
            request = Objects.requireNonNullElse(request, "");
            day = List.copyOf(Objects.requireNonNullElse(day, List.of()));
            time = List.copyOf(Objects.requireNonNullElse(time, List.of()));
            zone = Objects.requireNonNullElse(zone, "");
            minutes = Objects.requireNonNullElse(minutes, "");
            closes = Objects.requireNonNullElse(closes, "");
        }

        static Form empty(ZoneId zone, int minutes) {
            return new Form("", List.of(), List.of(), zone.getId(), Integer.toString(minutes), "");
        }

        static Form of(Poll poll) {
            var days = new TreeSet<String>();
            var times = new TreeSet<String>();
            for (var option : poll.options()) {
                var local = poll.time(option).local();
                days.add(local.toLocalDate().toString());
                times.add(local.toLocalTime().toString());
            }
            return new Form(
                    poll.id().toString(),
                    List.copyOf(days),
                    List.copyOf(times),
                    poll.zone().getId(),
                    poll.options().isEmpty()
                            ? "240"
                            : Integer.toString(poll.options().getFirst().minutes()),
                    poll.closesOn().toString());
        }

        String day(int number) {
            return number < day.size() ? day.get(number) : "";
        }

        String time(int number) {
            return number < time.size() ? time.get(number) : "";
        }

        @Nullable UUID requestId() {
            return DateForm.requestId(request);
        }

        Parsed parse(Instant now) {
            var wrong = new LinkedHashMap<String, String>();
            if (!DateForm.zones().contains(zone)) {
                wrong.put("zone", "scheduling.form.zone.wrong");
            }
            var length = DateForm.length(minutes);
            if (length == 0) {
                wrong.put("minutes", "scheduling.form.minutes.wrong");
            }
            try {
                var days = typed(day).stream().map(LocalDate::parse).distinct().toList();
                var times =
                        typed(time).stream().map(LocalTime::parse).distinct().toList();
                var last = LocalDate.parse(closes.strip());
                if (days.isEmpty() || days.size() > DAYS || times.isEmpty() || times.size() > SLOTS) {
                    wrong.put("day", "scheduling.poll.form.none");
                }
                return wrong.isEmpty() ? offered(days, times, length, last, now) : new Wrong(wrong);
            } catch (DateTimeException e) {
                wrong.put("day", "scheduling.poll.form.unread");
                return new Wrong(wrong);
            }
        }

        private Parsed offered(List<LocalDate> days, List<LocalTime> times, int length, LocalDate last, Instant now) {
            var offered = new ArrayList<MeetingTime>();
            for (var one : days) {
                for (var start : times) {
                    offered.add(new MeetingTime(one.atTime(start), ZoneId.of(zone), length));
                }
            }
            if (offered.stream().anyMatch(one -> !one.startsAt().isAfter(now))) {
                return new Wrong(Map.of("day", "scheduling.form.day.past"));
            }
            if (offered.stream().anyMatch(one -> !one.isOnTheClock())) {
                return new Wrong(Map.of("day", "scheduling.form.time.skipped"));
            }
            var today = now.atZone(ZoneId.of(zone)).toLocalDate();
            if (last.isBefore(today) || days.stream().anyMatch(one -> one.isBefore(last))) {
                return new Wrong(Map.of("closes", "scheduling.poll.form.closes.wrong"));
            }
            return new Asked(ZoneId.of(zone), last, List.copyOf(offered));
        }

        private static List<String> typed(List<String> fields) {
            return fields.stream()
                    .map(String::strip)
                    .filter(field -> !field.isEmpty())
                    .toList();
        }
    }
}
