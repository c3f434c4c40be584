package org.peerage.scheduling.year;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Days as people paste them. One that could be two days, like 3/4/2027, is not guessed.
final class WrittenDays {

    private static final Pattern BY_YEAR = Pattern.compile("(\\d{4})[-./](\\d{1,2})[-./](\\d{1,2})");
    private static final Pattern POINTS = Pattern.compile("(\\d{1,2})\\. ?(\\d{1,2})\\. ?(\\d{4})");
    private static final Pattern SLASHES = Pattern.compile("(\\d{1,2})[/-](\\d{1,2})[/-](\\d{4})");
    private static final Pattern DAY_FIRST =
            Pattern.compile("(\\d{1,2})(?:st|nd|rd|th|\\.)? ?(\\p{L}{3,})\\.?,? (\\d{4})");
    private static final Pattern MONTH_FIRST =
            Pattern.compile("(\\p{L}{3,})\\.? (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})");
    private static final Pattern WEEKDAY =
            Pattern.compile("^\\p{L}+\\.?,? +(?=.*\\d.*\\d{4})(?!\\d{1,2}(?:st|nd|rd|th)?,? \\d{4})");

    /// The first three letters of each month, without accents, in English and in German.
    private static final List<List<String>> MONTHS = List.of(
            List.of("jan", "jan"),
            List.of("feb", "feb"),
            List.of("mar", "mae"),
            List.of("apr", "apr"),
            List.of("may", "mai"),
            List.of("jun", "jun"),
            List.of("jul", "jul"),
            List.of("aug", "aug"),
            List.of("sep", "sep"),
            List.of("oct", "okt"),
            List.of("nov", "nov"),
            List.of("dec", "dez"));

    private WrittenDays() {}

    static Optional<LocalDate> read(String typed) {
        var text = WEEKDAY.matcher(typed.strip().replaceAll("\\s+", " ")).replaceFirst("");
        try {
            var found = BY_YEAR.matcher(text);
            if (found.matches()) {
                return day(found.group(1), found.group(2), found.group(3));
            }
            found = POINTS.matcher(text);
            if (found.matches()) {
                return day(found.group(3), found.group(2), found.group(1));
            }
            found = SLASHES.matcher(text);
            if (found.matches()) {
                return slashed(Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2)), found.group(3));
            }
            found = DAY_FIRST.matcher(text);
            if (found.matches()) {
                return named(found.group(3), found.group(2), found.group(1));
            }
            found = MONTH_FIRST.matcher(text);
            return found.matches() ? named(found.group(3), found.group(1), found.group(2)) : Optional.empty();
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> slashed(int one, int other, String year) {
        if (one <= 12 && other <= 12 && one != other) {
            return Optional.empty();
        }
        return one > 12 ? day(year, "" + other, "" + one) : day(year, "" + one, "" + other);
    }

    private static Optional<LocalDate> named(String year, String month, String day) {
        var plain = Normalizer.normalize(month, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .substring(0, 3);
        for (var number = 0; number < MONTHS.size(); number++) {
            if (MONTHS.get(number).contains(plain)) {
                return day(year, "" + (number + 1), day);
            }
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> day(String year, String month, String day) {
        var read = LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
        return read.getYear() < 2000 || read.getYear() > 2199 ? Optional.empty() : Optional.of(read);
    }
}
