package org.peerage.rosters;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/// By which headings the usual programs and people name a column: address books, mailing lists, sales programs and
/// networks, in several languages. Case, accents, blanks and signs make no difference.
final class HeadingWords {

    /// The best first, by column; then what is no column by itself: parts of names, and what stands around a heading.
    private static final Map<String, List<String>> WORDS = words();

    private static final List<String> FIRST_NAMES = of("FIRST");

    private static final Set<Column> ALSO_AFTER = Set.of(
            Column.EMAIL,
            Column.PLACE,
            Column.COUNTRY,
            Column.INDUSTRY,
            Column.TEAM_SIZE,
            Column.ROLE_TITLE,
            Column.TIME_ZONE,
            Column.LANGUAGES,
            Column.NAME);

    /// A form asks: "What is your job title?"
    private static final Pattern ASKED = Pattern.compile(
            "^(?:please )?(?:enter |what(?:['’]s| is) )?(?:your|ihre?|votre|vos|uw|seu|sua|su|tu) (?=\\S)");

    private HeadingWords() {}

    /// How well a heading says it: the lower the better.
    static OptionalInt rank(Column column, String heading) {
        var plain = plain(heading);
        var words = of(column.name());
        var at = words.indexOf(plain);
        if (at >= 0) {
            return OptionalInt.of(at);
        }
        if (column == Column.NAME && names(plain)) {
            return OptionalInt.of(2);
        }
        return ALSO_AFTER.contains(column) ? within(column, words, plain) : OptionalInt.empty();
    }

    /// "Company city" and "Ort (geschäftlich)": the best with as little around it as can be.
    private static OptionalInt within(Column column, List<String> words, String plain) {
        var bare = new ArrayList<String>();
        bare.add(plain);
        of("AFTER").stream()
                .filter(plain::endsWith)
                .forEach(after -> bare.add(plain.substring(0, plain.length() - after.length())));
        for (var text : bare) {
            var at = words.indexOf(text);
            if (at >= 0) {
                return OptionalInt.of(words.size() + at);
            }
            for (var before : of("BEFORE")) {
                var rest = text.startsWith(before) ? text.substring(before.length()) : "";
                var then = words.indexOf(rest);
                if (then >= 0 && !(column == Column.NAME && rest.equals("name"))) {
                    return OptionalInt.of(2 * words.size() + then);
                }
            }
        }
        return OptionalInt.empty();
    }

    /// "First name last name", in one column.
    private static boolean names(String plain) {
        return FIRST_NAMES.stream().anyMatch(first -> plain.startsWith(first) && last(plain.substring(first.length())));
    }

    static boolean first(String heading) {
        return part(heading, "FIRST");
    }

    static boolean last(String heading) {
        return part(heading, "LAST");
    }

    static boolean state(String heading) {
        return part(heading, "STATE");
    }

    /// What stands between the first and the last name: "van der".
    static boolean particle(String heading) {
        return of("PARTICLE").contains(plain(heading));
    }

    static boolean secondLast(String heading) {
        return of("SECOND_LAST").contains(plain(heading));
    }

    private static boolean part(String heading, String kind) {
        var plain = plain(heading);
        var words = of(kind);
        return words.contains(plain)
                || of("BEFORE").stream()
                        .anyMatch(
                                before -> plain.startsWith(before) && words.contains(plain.substring(before.length())))
                || of("AFTER").stream()
                        .anyMatch(after -> plain.endsWith(after)
                                && words.contains(plain.substring(0, plain.length() - after.length())));
    }

    static boolean known(String heading) {
        return first(heading)
                || last(heading)
                || state(heading)
                || Arrays.stream(Column.values())
                        .anyMatch(column -> rank(column, heading).isPresent());
    }

    static String plain(String heading) {
        var lower = heading.strip().toLowerCase(Locale.ROOT);
        var told = ASKED.matcher(lower).replaceFirst("").replace(" your ", " ");
        return Normalizer.normalize(told.replace("ß", "ss").replace("ø", "o"), Normalizer.Form.NFD)
                .replaceAll("[^a-z0-9]", "");
    }

    private static List<String> of(String kind) {
        return Objects.requireNonNull(WORDS.getOrDefault(kind, List.of()));
    }

    private static Map<String, List<String>> words() {
        var words = new HashMap<String, List<String>>();
        try (var in = Objects.requireNonNull(HeadingWords.class.getResourceAsStream("/rosters/headings.txt"));
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines().forEach(line -> {
                var parts = List.of(line.split(" ", -1));
                words.computeIfAbsent(parts.getFirst(), unseen -> new ArrayList<>())
                        .addAll(parts.subList(1, parts.size()));
            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return Map.copyOf(words);
    }
}
