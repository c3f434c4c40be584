package org.peerage.scheduling.year;

import java.text.Collator;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.peerage.groups.Circle;
import org.peerage.scheduling.DateForm;
import org.peerage.scheduling.Dates;
import org.peerage.web.Message;

/// What `/groups/{id}/dates/year` shows: the rule or the list, and what it would set.
record YearPage(
        Circle circle,
        LocalDate today,
        YearForm form,
        DateForm common,
        Optional<Preview> preview,
        Map<String, String> wrong) {

    /// @param notes what somebody should know of this day before it is set
    record Line(int place, LocalDate day, boolean chosen, List<Message> notes) {}

    /// @param agreed dates of a year by the charter
    record Preview(List<Line> lines, List<String> unread, int agreed) {

        long chosen() {
            return lines.stream().filter(Line::chosen).count();
        }
    }

    /// Nothing proposed yet, and nothing wrong.
    static YearPage of(Circle circle, LocalDate today, YearForm form, DateForm common) {
        return new YearPage(circle, today, form, common, Optional.empty(), Map.of());
    }

    YearPage with(Preview proposed, Map<String, String> mistakes) {
        return new YearPage(circle, today, form, common, Optional.of(proposed), mistakes);
    }

    YearPage with(Map<String, String> mistakes) {
        return new YearPage(circle, today, form, common, preview, mistakes);
    }

    String dates() {
        return Dates.page(circle.id());
    }

    String action() {
        return dates() + "/year";
    }

    /// The code and the name of each country whose holidays are known.
    List<Map.Entry<String, String>> countries(Locale locale) {
        return Holidays.countries().stream()
                .map(code -> Map.entry(code, name(code, locale)))
                .sorted(Map.Entry.comparingByValue(Comparator.comparing(Collator.getInstance(locale)::getCollationKey)))
                .toList();
    }

    Message holidays(Locale locale) {
        return form.country().isEmpty()
                ? Message.of("scheduling.year.holidays.unknown", common.zone().replace('_', ' '))
                : Message.of("scheduling.year.holidays.known", name(form.country(), locale));
    }

    private static String name(String country, Locale locale) {
        return Locale.of("", country).getDisplayCountry(locale);
    }

    /// From which month a rule may begin.
    List<YearMonth> beginnings() {
        return IntStream.range(0, 15)
                .mapToObj(YearMonth.from(today)::plusMonths)
                .toList();
    }

    String month(YearMonth month, Locale locale) {
        return DateTimeFormatter.ofPattern("LLLL yyyy", locale).format(month);
    }

    String month(Month month, Locale locale) {
        return month.getDisplayName(TextStyle.FULL_STANDALONE, locale);
    }

    String weekday(DayOfWeek day, Locale locale) {
        return day.getDisplayName(TextStyle.FULL_STANDALONE, locale);
    }
}
