package org.peerage.composition.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.peerage.composition.Criterion;
import org.peerage.composition.Leader;
import org.peerage.composition.Weights;

/// Pairs that are special: they sat together before, or wish for each other.
final class SpecialPairs {

    final int[][] who;
    final int[][] value;

    SpecialPairs(List<Leader> leaders, Weights weights, boolean earlier) {
        int n = leaders.size();
        Map<String, Integer> index = new HashMap<>();
        Map<String, List<Integer>> sat = new HashMap<>();
        for (int i = 0; i < n; i++) {
            index.put(leaders.get(i).id(), i);
            if (!leaders.get(i).earlier().isEmpty()) {
                sat.computeIfAbsent(leaders.get(i).earlier(), unseen -> new ArrayList<>())
                        .add(i);
            }
        }
        this.who = new int[n][];
        this.value = new int[n][];
        for (int i = 0; i < n; i++) {
            Leader leader = leaders.get(i);
            Map<Integer, Integer> of = new TreeMap<>();
            if (earlier && !leader.earlier().isEmpty()) {
                for (int j : sat.getOrDefault(leader.earlier(), List.of())) {
                    if (j != i) {
                        of.merge(j, -weights.of(Criterion.REPEATS) * Fit.THOUSAND, Integer::sum);
                    }
                }
            }
            for (String wish : leader.wishes()) {
                Integer j = index.get(wish);
                if (j != null && j != i && leaders.get(j).wishes().contains(leader.id())) {
                    of.merge(j, weights.of(Criterion.WISHES) * Fit.THOUSAND, Integer::sum);
                }
            }
            who[i] = of.keySet().stream().mapToInt(Integer::intValue).toArray();
            value[i] = of.values().stream().mapToInt(Integer::intValue).toArray();
        }
    }
}
