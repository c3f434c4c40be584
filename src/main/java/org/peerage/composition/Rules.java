package org.peerage.composition;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.peerage.composition.kernel.Refusal;

/// What the convener lays down, beyond the profiles: who must not, must, or already does sit together, corrections to
/// the table of competitors, and who counts as reachable together: how many hours apart two time zones may lie, and,
/// for groups that meet in person, how many kilometres two places.
///
/// A lock is the id of a leader and the name of a group; a name that is a whole number means the group of that number.
public record Rules(
        List<Pair> apart,
        List<Pair> together,
        Map<String, String> locks,
        List<Pair> competitors,
        List<Pair> notCompetitors,
        double hoursApart,
        OptionalDouble kilometres) {

    /// Two people by their ids, in no order.
    public record Pair(String one, String other) {

        Pair turned() {
            String first = other;
            return new Pair(first, one);
        }
    }

    public static Rules none(double hoursApart) {
        return new Rules(List.of(), List.of(), Map.of(), List.of(), List.of(), hoursApart, OptionalDouble.empty());
    }

    Rules within(OptionalDouble limit) {
        return new Rules(apart, together, locks, competitors, notCompetitors, hoursApart, limit);
    }

    /// Without what is said about people who are not on the roster.
    Rules about(Set<String> known) {
        Map<String, String> kept = new LinkedHashMap<>(locks);
        kept.keySet().retainAll(known);
        return new Rules(
                about(known, apart),
                about(known, together),
                Collections.unmodifiableMap(kept),
                about(known, competitors),
                about(known, notCompetitors),
                hoursApart,
                kilometres);
    }

    private static List<Pair> about(Set<String> known, List<Pair> pairs) {
        return pairs.stream()
                .filter(pair -> known.contains(pair.one()) && known.contains(pair.other()))
                .toList();
    }

    /// Lines `apart,ann,bo` · `together,ann,bo` · `lock,ann,North` · `competitors,ann,bo` · `not-competitors,ann,bo`.
    static Rules read(Path file, double hoursApart, OptionalDouble kilometres, Set<String> known) {
        List<Pair> apart = new ArrayList<>();
        List<Pair> together = new ArrayList<>();
        Map<String, String> locks = new LinkedHashMap<>();
        List<Pair> competitors = new ArrayList<>();
        List<Pair> notCompetitors = new ArrayList<>();
        int number = 0;
        for (String line : RosterFile.lines(file)) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] words = line.split(",", -1);
            String where = file + ", line " + number + ": ";
            if (words.length != 3) {
                throw new Refusal(where + "a rule has three words, RULE,PERSON,PERSON-OR-GROUP, not \"" + line + "\".");
            }
            String one = words[1].strip();
            String other = words[2].strip();
            boolean lock = words[0].strip().equals("lock");
            for (String person : lock ? List.of(one) : List.of(one, other)) {
                if (!known.contains(person)) {
                    throw new Refusal(where + "nobody on the roster is called " + person + ".");
                }
            }
            if (!lock && one.equals(other)) {
                throw new Refusal(where + one + " is named twice.");
            }
            switch (words[0].strip()) {
                case "apart" -> apart.add(new Pair(one, other));
                case "together" -> together.add(new Pair(one, other));
                case "competitors" -> competitors.add(new Pair(one, other));
                case "not-competitors" -> notCompetitors.add(new Pair(one, other));
                case "lock" -> {
                    String before = locks.putIfAbsent(one, other);
                    if (before != null && !before.equals(other)) {
                        throw new Refusal(where + one + " cannot be locked to both " + before + " and " + other + ".");
                    }
                }
                default ->
                    throw new Refusal(where + "\"" + words[0].strip()
                            + "\" is no rule; there are apart, together, lock, competitors, not-competitors.");
            }
        }
        return new Rules(
                List.copyOf(apart),
                List.copyOf(together),
                Map.copyOf(locks),
                List.copyOf(competitors),
                List.copyOf(notCompetitors),
                hoursApart,
                kilometres);
    }
}
