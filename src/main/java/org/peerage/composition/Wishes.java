package org.peerage.composition;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Who must sit with whom, as blocks of people that move only as one. Wishes are taken in the order given, locks first;
/// one that cannot hold with those before it is given up and named, together with the fewest others it contradicts.
final class Wishes {

    private final Fit fit;
    private final GroupSize band;
    private final int[] blockOf;
    private final List<List<Integer>> blocks = new ArrayList<>();
    private final Map<Integer, List<Integer>> tied = new HashMap<>();
    private final Map<Integer, String> lockOf = new HashMap<>();
    private final Map<String, Integer> numberOfLock = new LinkedHashMap<>();
    private final List<String> contradictions = new ArrayList<>();

    Wishes(Fit fit, GroupSize band, Rules rules) {
        this.fit = fit;
        this.band = band;
        this.blockOf = new int[fit.people];
        for (int i = 0; i < fit.people; i++) {
            blockOf[i] = i;
            blocks.add(new ArrayList<>(List.of(i)));
        }
        Map<String, Integer> first = new HashMap<>();
        for (Leader leader : fit.leaders) {
            String lock = rules.locks().get(leader.id());
            if (lock == null) {
                continue;
            }
            int i = fit.numberOf(leader.id());
            numberOfLock.computeIfAbsent(lock, unseen -> numberOfLock.size());
            Integer before = first.putIfAbsent(lock, i);
            if (before == null || tie(before, i, "lock " + leader.id() + " to " + lock)) {
                lockOf.put(i, lock);
            }
        }
        for (Rules.Pair pair : rules.together()) {
            tie(
                    fit.numberOf(pair.one()),
                    fit.numberOf(pair.other()),
                    "keep " + pair.one() + " and " + pair.other() + " together");
        }
    }

    /// The wishes that were given up, each with what it contradicts, in a sentence.
    List<String> contradictions() {
        return contradictions;
    }

    List<Integer> blockOf(int i) {
        return blocks.get(blockOf[i]);
    }

    boolean pinned(int i) {
        return lockOf.containsKey(i) || blockOf(i).size() > 1;
    }

    boolean locked(int i) {
        return blockOf(i).stream().anyMatch(lockOf::containsKey);
    }

    /// The names of groups that seats are locked in, each with its number.
    Map<String, Integer> locks() {
        return numberOfLock;
    }

    Optional<Integer> lockOf(int i) {
        return Optional.ofNullable(lockOf.get(i)).map(numberOfLock::get);
    }

    private boolean tie(int i, int j, String wish) {
        List<Integer> one = blockOf(i);
        List<Integer> other = blockOf(j);
        if (blockOf[i] == blockOf[j]) {
            return true;
        }
        for (int x : one) {
            for (int y : other) {
                Optional<String> why = fit.forbids(x, y);
                if (why.isPresent()) {
                    contradictions.add("These cannot hold together: " + wish + via(x, i) + via(j, y) + "; and: "
                            + why.get() + " The first was given up.");
                    return false;
                }
                String lockX = lockOf.get(x);
                String lockY = lockOf.get(y);
                if (lockX != null && lockY != null && !lockX.equals(lockY)) {
                    contradictions.add("These cannot hold together: " + wish + via(x, i) + via(j, y) + "; and: "
                            + id(x) + " is locked to " + lockX + ", " + id(y) + " to " + lockY
                            + ". The first was given up.");
                    return false;
                }
            }
        }
        if (one.size() + other.size() > band.most()) {
            contradictions.add("These cannot hold together: " + wish + "; it would tie "
                    + (one.size() + other.size()) + " people to one group, and " + band.most()
                    + " fit. It was given up.");
            return false;
        }
        tied.computeIfAbsent(i, unseen -> new ArrayList<>()).add(j);
        tied.computeIfAbsent(j, unseen -> new ArrayList<>()).add(i);
        one.addAll(other);
        other.forEach(person -> blockOf[person] = blockOf[i]);
        return true;
    }

    /// The shortest chain of earlier ties between two people of a block, in words.
    private String via(int from, int to) {
        if (from == to) {
            return "";
        }
        Map<Integer, Integer> before = new HashMap<>(Map.of(from, from));
        Deque<Integer> queue = new ArrayDeque<>(List.of(from));
        while (!before.containsKey(to) && !queue.isEmpty()) {
            int person = queue.removeFirst();
            for (int next : tied.getOrDefault(person, List.of())) {
                if (before.putIfAbsent(next, person) == null) {
                    queue.add(next);
                }
            }
        }
        StringBuilder chain = new StringBuilder();
        for (int person = to; person != from; person = before.getOrDefault(person, from)) {
            chain.append("; keep ")
                    .append(id(person))
                    .append(" and ")
                    .append(id(before.getOrDefault(person, from)))
                    .append(" together");
        }
        return chain.toString();
    }

    private String id(int i) {
        return fit.leaders.get(i).id();
    }
}
