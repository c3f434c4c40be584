package org.peerage.networks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/// The sets of labels that this build ships, from `labels/sets.json`; the words of each are
/// `messages/<set>.properties`.
public final class LabelSets {

    private static final Map<String, String> SETS = read();

    private LabelSets() {}

    static List<String> all() {
        return List.copyOf(SETS.keySet());
    }

    static boolean has(String set) {
        return SETS.containsKey(set);
    }

    /// The role of whoever is known only by their organisation. Stored like any other, so that a later list or the
    /// person can say it better; empty where an organisation is no person.
    public static String unnamed(String set) {
        return SETS.getOrDefault(set, "");
    }

    private static Map<String, String> read() {
        try (var file = LabelSets.class.getResourceAsStream("/labels/sets.json")) {
            Map<String, String> sets = new LinkedHashMap<>();
            new JsonMapper()
                    .readTree(Objects.requireNonNull(file))
                    .valueStream()
                    .forEach(set -> sets.put(
                            set.get("key").asString(), set.get("unnamed").asString()));
            return sets;
        } catch (IOException e) {
            throw new UncheckedIOException("the program's own labels are unreadable", e);
        }
    }
}
