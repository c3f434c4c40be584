package org.peerage.composition;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/// What the convener lays down, beyond the profiles: who must not, must, or already does sit together, corrections to
/// the table of competitors, and who counts as reachable together: how many hours apart two time zones may lie, and,
/// for groups that meet in person, how many kilometres two places.
///
/// `competing` says whether profiles tell who competes; what people have named counts without them.
///
/// A lock is the id of a leader and the name of a group; a name that is a whole number means the group of that number.
public record Rules(
        List<Pair> apart,
        List<Pair> together,
        Map<String, String> locks,
        List<Pair> competitors,
        List<Pair> notCompetitors,
        double hoursApart,
        OptionalDouble kilometres,
        boolean competing) {

    /// Two people by their ids, in no order.
    public record Pair(String one, String other) {

        public Pair turned() {
            String first = other;
            return new Pair(first, one);
        }
    }

    public static Rules none(double hoursApart) {
        return new Rules(
                List.of(), List.of(), Map.of(), List.of(), List.of(), hoursApart, OptionalDouble.empty(), true);
    }

    public Rules within(OptionalDouble limit) {
        return new Rules(apart, together, locks, competitors, notCompetitors, hoursApart, limit, competing);
    }

    /// Those who compete by their profiles may sit together, and only those who are named as competing may not.
    public Rules competing(boolean heeded) {
        return new Rules(apart, together, locks, competitors, notCompetitors, hoursApart, kilometres, heeded);
    }

    /// Without what is said about people who are not on the roster.
    public Rules about(Set<String> known) {
        Map<String, String> kept = new LinkedHashMap<>(locks);
        kept.keySet().retainAll(known);
        return new Rules(
                about(known, apart),
                about(known, together),
                Collections.unmodifiableMap(kept),
                about(known, competitors),
                about(known, notCompetitors),
                hoursApart,
                kilometres,
                competing);
    }

    private static List<Pair> about(Set<String> known, List<Pair> pairs) {
        return pairs.stream()
                .filter(pair -> known.contains(pair.one()) && known.contains(pair.other()))
                .toList();
    }
}
