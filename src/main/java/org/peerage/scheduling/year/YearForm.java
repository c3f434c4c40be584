package org.peerage.scheduling.year;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.peerage.scheduling.MeetingTime;

/// What was typed to propose a year of dates, by a rule or as a list; and the days as they were proposed, once somebody
/// has looked at them and changed some.
///
/// @param which the first to the fourth of its weekday in a month, or `last`
/// @param without months, by their number, in which the group does not meet
/// @param day what was proposed, as it stands now
/// @param set which of these, by their place
record YearForm(
        String way,
        String which,
        String weekday,
        String from,
        String months,
        List<String> without,
        String list,
        String country,
        List<String> day,
        List<String> set) {

    static final String RULE = "RULE";
    static final String LIST = "LIST";

    /// Five years of monthly dates: nobody means more by one press.
    static final int MOST = 60;

    private static final int MOST_MONTHS = 24;

    private static final List<String> AWAY = List.of("8", "12", "7", "1", "4", "2", "10", "6");

    YearForm {
        way = Objects.requireNonNullElse(way, "");
        which = Objects.requireNonNullElse(which, "");
        weekday = Objects.requireNonNullElse(weekday, "");
        from = Objects.requireNonNullElse(from, "");
        months = Objects.requireNonNullElse(months, "");
        without = List.copyOf(Objects.requireNonNullElse(without, List.of()));
        list = Objects.requireNonNullElse(list, "");
        country = Objects.requireNonNullElse(country, "");
        day = List.copyOf(Objects.requireNonNullElse(day, List.of()));
        set = List.copyOf(Objects.requireNonNullElse(set, List.of()));
    }

    /// A day that is proposed, and whether it is to be set.
    record Proposed(LocalDate day, boolean chosen) {}

    /// @param unread lines of a list that are no day
    record Draft(List<Proposed> days, List<String> unread) {}

    /// As the group has met until now, from the month after that.
    static YearForm after(MeetingTime last) {
        var day = last.local().toLocalDate();
        var which = (day.getDayOfMonth() - 1) / 7 + 1;
        return fresh(which == 5 ? "last" : "" + which, day.getDayOfWeek(), YearMonth.from(day), last.zone());
    }

    static YearForm first(LocalDate today, ZoneId zone) {
        return fresh("1", DayOfWeek.TUESDAY, YearMonth.from(today), zone);
    }

    private static YearForm fresh(String which, DayOfWeek weekday, YearMonth month, ZoneId zone) {
        return new YearForm(
                RULE,
                which,
                weekday.name(),
                month.plusMonths(1).toString(),
                "12",
                List.of(),
                "",
                Holidays.country(zone).orElse(""),
                List.of(),
                List.of());
    }

    /// So many times in twelve months: the months in which most are away are left out first.
    YearForm meeting(int perYear) {
        return new YearForm(
                way,
                which,
                weekday,
                from,
                months,
                AWAY.stream().limit(Math.max(0, 12 - perYear)).toList(),
                list,
                country,
                day,
                set);
    }

    boolean leavesOut(int month) {
        return without.contains("" + month);
    }

    Draft draft() {
        if (!day.isEmpty()) {
            return looked();
        }
        return way.equals(LIST) ? pasted() : ruled();
    }

    private Draft looked() {
        var days = new ArrayList<Proposed>();
        for (var place = 0; place < day.size() && place < MOST; place++) {
            var chosen = set.contains("" + place);
            WrittenDays.read(day.get(place)).ifPresent(read -> days.add(new Proposed(read, chosen)));
        }
        return sorted(days, List.of());
    }

    private Draft pasted() {
        var days = new ArrayList<Proposed>();
        var unread = new ArrayList<String>();
        for (var line : list.split("[\\n;]", -1)) {
            if (!line.isBlank()) {
                WrittenDays.read(line)
                        .ifPresentOrElse(read -> days.add(new Proposed(read, true)), () -> unread.add(line.strip()));
            }
        }
        return sorted(days, unread);
    }

    private Draft ruled() {
        try {
            var begin = YearMonth.parse(from);
            var on = DayOfWeek.valueOf(weekday);
            var count = Math.clamp(Integer.parseInt(months.strip()), 1, MOST_MONTHS);
            return new Draft(
                    IntStream.range(0, count)
                            .mapToObj(begin::plusMonths)
                            .map(month -> new Proposed(in(month, on), !leavesOut(month.getMonthValue())))
                            .toList(),
                    List.of());
        } catch (DateTimeException | IllegalArgumentException _) {
            return new Draft(List.of(), List.of());
        }
    }

    private LocalDate in(YearMonth month, DayOfWeek on) {
        return month.atDay(1)
                .with(
                        which.equals("last")
                                ? TemporalAdjusters.lastInMonth(on)
                                : TemporalAdjusters.dayOfWeekInMonth(Math.clamp(Integer.parseInt(which), 1, 4), on));
    }

    private static Draft sorted(List<Proposed> days, List<String> unread) {
        return new Draft(
                days.stream()
                        .distinct()
                        .sorted(Comparator.comparing(Proposed::day))
                        .limit(MOST)
                        .toList(),
                List.copyOf(unread));
    }

    List<LocalDate> chosen() {
        return draft().days().stream()
                .filter(Proposed::chosen)
                .map(Proposed::day)
                .distinct()
                .toList();
    }
}
