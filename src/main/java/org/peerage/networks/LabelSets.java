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

    private static final Map<String, Labels> SETS = read();

    /// @param unnamed the role of whoever is known only by their organisation
    /// @param goals what kinds of goals people of this field set, by their keys
    private record Labels(String unnamed, List<String> goals) {}

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
        return of(set).unnamed();
    }

    /// What kinds of goals people of this field set; the words of each are `goals.kind.<key>`.
    public static List<String> goals(String set) {
        return of(set).goals();
    }

    private static Labels of(String set) {
        return SETS.getOrDefault(set, new Labels("", List.of()));
    }

    private static Map<String, Labels> read() {
        try (var file = LabelSets.class.getResourceAsStream("/labels/sets.json")) {
            Map<String, Labels> sets = new LinkedHashMap<>();
            new JsonMapper()
                    .readTree(Objects.requireNonNull(file))
                    .valueStream()
                    .forEach(set -> sets.put(
                            set.get("key").asString(),
                            new Labels(
                                    set.get("unnamed").asString(),
                                    set.get("goals")
                                            .valueStream()
                                            .map(goal -> goal.asString())
                                            .toList())));
            return sets;
        } catch (IOException e) {
            throw new UncheckedIOException("the program's own labels are unreadable", e);
        }
    }
}
