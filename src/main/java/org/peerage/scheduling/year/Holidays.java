package org.peerage.scheduling.year;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;

/// The public holidays of the few countries that the file knows. Of every other country nothing is known, which is not
/// that it has none.
final class Holidays {

    private static final Map<String, Country> COUNTRIES = read();

    private Holidays() {}

    private record Country(Set<String> zones, List<Holiday> holidays) {}

    private record Holiday(String when, String name, String weekend) {

        LocalDate in(int year) {
            if (when.startsWith("easter")) {
                return easter(year).plusDays(Integer.parseInt(when.substring("easter".length())));
            }
            if (when.contains("=")) {
                var weekday = weekday(when.substring(0, 3));
                var day = day(when.substring(5), year);
                return day.with(
                        when.charAt(3) == '>'
                                ? TemporalAdjusters.nextOrSame(weekday)
                                : TemporalAdjusters.previousOrSame(weekday));
            }
            return day(when, year);
        }
    }

    static Set<String> countries() {
        return COUNTRIES.keySet();
    }

    /// Where this zone is; empty for a zone of a country that nothing is known of.
    static Optional<String> country(ZoneId zone) {
        return COUNTRIES.entrySet().stream()
                .filter(country -> country.getValue().zones().contains(zone.getId()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /// The name of the holiday that this day is there.
    static Optional<String> on(LocalDate day, String country) {
        var known = COUNTRIES.get(country);
        // One that falls on a Saturday may be kept on the last day of the year before.
        return known == null
                ? Optional.empty()
                : Stream.of(day.getYear(), day.getYear() + 1)
                        .flatMap(year -> Optional.ofNullable(days(known, year).get(day)).stream())
                        .findFirst();
    }

    private static Map<LocalDate, String> days(Country country, int year) {
        var days = new HashMap<LocalDate, String>();
        country.holidays().forEach(holiday -> days.putIfAbsent(holiday.in(year), holiday.name()));
        for (var holiday : country.holidays()) {
            var day = holiday.in(year);
            var weekend = day.getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue();
            switch (holiday.weekend()) {
                case "next" -> {
                    while (weekend && (day.getDayOfWeek().getValue() > 5 || days.containsKey(day))) {
                        day = day.plusDays(1);
                    }
                }
                case "near" ->
                    day = switch (day.getDayOfWeek()) {
                        case SATURDAY -> day.minusDays(1);
                        case SUNDAY -> day.plusDays(1);
                        default -> day;
                    };
                case "eve" -> day = day.getDayOfWeek() == DayOfWeek.SUNDAY ? day.minusDays(1) : day;
                default -> {}
            }
            days.putIfAbsent(day, holiday.name());
        }
        return days;
    }

    /// Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher).
    static LocalDate easter(int year) {
        var a = year % 19;
        var b = year / 100;
        var c = year % 100;
        var h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        var l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        var m = (a + 11 * h + 22 * l) / 451;
        var n = h + l - 7 * m + 114;
        return LocalDate.of(year, n / 31, n % 31 + 1);
    }

    private static LocalDate day(String text, int year) {
        return MonthDay.parse("--" + text).atYear(year);
    }

    private static DayOfWeek weekday(String text) {
        return Stream.of(DayOfWeek.values())
                .filter(day -> day.name().startsWith(text))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Country> read() {
        Map<String, Country> countries = new TreeMap<>();
        try {
            var file = new ClassPathResource("scheduling/holidays.txt").getContentAsString(StandardCharsets.UTF_8);
            for (var line : file.lines().filter(one -> !one.startsWith("#")).toList()) {
                var cells = List.of(line.split("\\|", -1));
                if (cells.get(1).equals("zones")) {
                    countries.put(
                            cells.getFirst(), new Country(Set.of(cells.get(2).split(" ", -1)), new ArrayList<>()));
                } else {
                    var weekend = cells.size() > 3 ? cells.get(3) : "";
                    Objects.requireNonNull(countries.get(cells.getFirst()))
                            .holidays()
                            .add(new Holiday(cells.get(1), cells.get(2), weekend));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the program's own list of holidays is unreadable", e);
        }
        return countries;
    }
}
