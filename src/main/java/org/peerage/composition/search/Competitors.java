package org.peerage.composition.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.peerage.composition.Leader;
import org.peerage.composition.Reason;
import org.peerage.composition.Rules;

/// Who competes with whom, from profiles (S1.5): the same narrow industry and at least one market in common. A market
/// that more than two in a hundred of the roster name ("SaaS") tells nothing and does not count. People correct the
/// table pair by pair; whatever it says can be explained.
public final class Competitors {

    static final double TOO_COMMON = 0.02;
    public static final int NEVER_TOO_COMMON = 3;

    private final List<Leader> leaders;
    private final Set<String> commonMarkets;
    private final Set<Rules.Pair> added;
    private final Set<Rules.Pair> struck;

    Competitors(List<Leader> leaders, Rules rules) {
        this.leaders = leaders;
        Map<String, Integer> holders = new HashMap<>();
        leaders.forEach(leader -> leader.markets().forEach(market -> holders.merge(market, 1, Integer::sum)));
        double limit = Math.max(NEVER_TOO_COMMON, TOO_COMMON * leaders.size());
        this.commonMarkets = holders.entrySet().stream()
                .filter(holder -> holder.getValue() > limit)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
        this.added = bothWays(rules.competitors());
        this.struck = bothWays(rules.notCompetitors());
    }

    /// The market words that say something about a leader.
    Set<String> telling(Leader leader) {
        Set<String> telling = new HashSet<>(leader.markets());
        telling.removeAll(commonMarkets);
        return telling;
    }

    boolean compete(int i, int j) {
        return explain(i, j).isPresent();
    }

    /// Why the two cannot sit together, or nothing if they can.
    Optional<Reason.Rule> explain(int i, int j) {
        Leader one = leaders.get(i);
        Leader other = leaders.get(j);
        Rules.Pair pair = new Rules.Pair(one.id(), other.id());
        if (struck.contains(pair)) {
            return Optional.empty();
        }
        if (added.contains(pair)) {
            return Optional.of(new Reason.CompeteByTable(one, other));
        }
        if (one.narrowIndustry().isEmpty()
                || !one.industry().equals(other.industry())
                || !one.narrowIndustry().equals(other.narrowIndustry())) {
            return Optional.empty();
        }
        Set<String> both = telling(one);
        both.retainAll(telling(other));
        return both.isEmpty()
                ? Optional.empty()
                : Optional.of(new Reason.Compete(
                        one, other, one.narrowIndustry(), both.stream().sorted().toList()));
    }

    /// Who competes, pair by pair, in the order of the roster.
    List<Rivals> table() {
        Map<String, List<Integer>> trades = new HashMap<>();
        Map<String, Integer> numberOf = new HashMap<>();
        for (int i = 0; i < leaders.size(); i++) {
            Leader leader = leaders.get(i);
            numberOf.put(leader.id(), i);
            if (!leader.narrowIndustry().isEmpty()) {
                trades.computeIfAbsent(trade(leader), unseen -> new ArrayList<>())
                        .add(i);
            }
        }
        Map<Integer, Set<Integer>> named = new HashMap<>();
        for (Rules.Pair pair : added) {
            named.computeIfAbsent(numberOf.getOrDefault(pair.one(), -1), unseen -> new TreeSet<>())
                    .add(numberOf.getOrDefault(pair.other(), -1));
        }
        List<Rivals> table = new ArrayList<>();
        for (int i = 0; i < leaders.size(); i++) {
            Set<Integer> others = new TreeSet<>(trades.getOrDefault(trade(leaders.get(i)), List.of()));
            others.addAll(named.getOrDefault(i, Set.of()));
            for (int j : others) {
                if (j > i) {
                    int other = j;
                    Leader one = leaders.get(i);
                    explain(i, j).ifPresent(why -> table.add(new Rivals(one, leaders.get(other), why)));
                }
            }
        }
        return List.copyOf(table);
    }

    private static String trade(Leader leader) {
        return leader.industry() + "\n" + leader.narrowIndustry();
    }

    private static Set<Rules.Pair> bothWays(List<Rules.Pair> pairs) {
        Set<Rules.Pair> both = new HashSet<>(pairs);
        pairs.forEach(pair -> both.add(pair.turned()));
        return both;
    }
}
