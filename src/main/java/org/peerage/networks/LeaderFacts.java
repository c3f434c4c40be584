package org.peerage.networks;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.peerage.rosters.Column;

/// What is known of a leader, column by column, as canonical text; unknown is empty.
public record LeaderFacts(Map<Column, String> values) {

    private static final int MOST_WORDS = 8;

    public LeaderFacts {
        values = Map.copyOf(values);
    }

    public String text(Column column) {
        return values.getOrDefault(column, "");
    }

    public LeaderFacts with(Column column, String text) {
        var changed = new EnumMap<Column, String>(Column.class);
        changed.putAll(values);
        changed.put(column, text);
        return new LeaderFacts(changed);
    }

    /// Lower case and without accents, so that "krakow" finds Kraków.
    public String sought() {
        return plain(Stream.of(
                        Column.ORGANISATION,
                        Column.NAME,
                        Column.ROLE_TITLE,
                        Column.INDUSTRY,
                        Column.SUBINDUSTRY,
                        Column.TAGS,
                        Column.PLACE,
                        Column.COUNTRY)
                .map(this::text)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" | ")));
    }

    public String soughtPlace() {
        return plain(text(Column.PLACE) + " | " + text(Column.COUNTRY));
    }

    /// Each of these words, to be found within what is [#sought]: nothing, where there are none.
    public static List<String> patterns(String words) {
        return Arrays.stream(words.strip().split("[\\s,;]+"))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .map(LeaderFacts::pattern)
                .toList();
    }

    /// `%` and `_` mean themselves.
    public static String pattern(String part) {
        return "%" + plain(part).replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }

    public static String plain(String text) {
        if (text.chars().allMatch(letter -> letter < 0x80)) {
            return text.toLowerCase(Locale.ROOT);
        }
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('ł', 'l')
                .replace('Ł', 'L')
                .replace('ø', 'o')
                .replace('Ø', 'O')
                .replace("ß", "ss")
                .toLowerCase(Locale.ROOT);
    }
}
