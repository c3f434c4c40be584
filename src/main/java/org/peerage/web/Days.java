package org.peerage.web;

import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.Locale;

/// How a day is written, on every page and in every letter: with its weekday and the month in letters, since a day in
/// numbers alone is read as another one across an ocean.
public final class Days {

    private static final String ENGLISH = "EEE d MMMM yyyy";

    private Days() {}

    /// In the language and the order of its reader; English everywhere in one order.
    public static DateTimeFormatter of(Locale reader) {
        var pattern = reader.getLanguage().equals(Locale.ENGLISH.getLanguage())
                ? ENGLISH
                : DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                                FormatStyle.FULL, null, IsoChronology.INSTANCE, reader)
                        .replace("EEEE", "EEE");
        return DateTimeFormatter.ofPattern(pattern, reader);
    }
}
