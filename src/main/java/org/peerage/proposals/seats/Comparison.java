package org.peerage.proposals.seats;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Two ways to seat people, held against each other. Numbers of groups mean nothing across proposals: the counterpart
/// of a group is the one that shares most people with it, the most alike pairs first and each group once.
///
/// @param elsewhere who sits in another group than the counterpart of theirs, those who lose most company first
/// @param onlyOne how many have a seat in the first alone
record Comparison(List<Elsewhere> elsewhere, int onlyOne, int onlyOther) {

    /// @param same how many of their companions in the first are their companions in the other
    record Elsewhere(String who, int from, int to, int companions, int same) {}

    private record Pair(int one, int other) {}

    static Comparison of(Map<String, Integer> one, Map<String, Integer> other) {
        Map<Pair, List<String>> together = new HashMap<>();
        Map<Integer, Integer> sizes = new HashMap<>();
        one.forEach((who, group) -> {
            sizes.merge(group, 1, Integer::sum);
            if (other.containsKey(who)) {
                together.computeIfAbsent(new Pair(group, other.get(who)), unseen -> new ArrayList<>())
                        .add(who);
            }
        });
        var counterparts = counterparts(together);
        List<Elsewhere> elsewhere = new ArrayList<>();
        together.forEach((pair, people) -> {
            if (counterparts.getOrDefault(pair.one(), 0) != pair.other()) {
                var companions = sizes.getOrDefault(pair.one(), 1) - 1;
                people.forEach(who ->
                        elsewhere.add(new Elsewhere(who, pair.one(), pair.other(), companions, people.size() - 1)));
            }
        });
        elsewhere.sort(Comparator.comparingInt(Elsewhere::same)
                .thenComparingInt(Elsewhere::from)
                .thenComparing(Elsewhere::who));
        return new Comparison(List.copyOf(elsewhere), missing(one.keySet(), other), missing(other.keySet(), one));
    }

    private static Map<Integer, Integer> counterparts(Map<Pair, List<String>> together) {
        Map<Integer, Integer> counterparts = new HashMap<>();
        Set<Integer> taken = new HashSet<>();
        together.entrySet().stream()
                .sorted(Comparator.<Map.Entry<Pair, List<String>>>comparingInt(
                                each -> -each.getValue().size())
                        .thenComparingInt(each -> each.getKey().one())
                        .thenComparingInt(each -> each.getKey().other()))
                .map(Map.Entry::getKey)
                .forEach(pair -> {
                    if (!counterparts.containsKey(pair.one()) && taken.add(pair.other())) {
                        counterparts.put(pair.one(), pair.other());
                    }
                });
        return counterparts;
    }

    private static int missing(Set<String> people, Map<String, Integer> elsewhere) {
        var alone = new TreeSet<>(people);
        alone.removeAll(elsewhere.keySet());
        return alone.size();
    }
}
