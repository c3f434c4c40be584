package org.peerage.composition.search;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.peerage.composition.Leader;
import org.peerage.composition.Reason;
import org.peerage.composition.Rules;
import org.peerage.composition.SizeLimits;

/// Who must sit with whom, as blocks of people that move only as one. Wishes are taken in the order given, locks first;
/// one that cannot hold with those before it is given up and named, together with the fewest others it contradicts.
public final class KeptTogether {

    private final Fit fit;
    private final SizeLimits limits;
    private final int[] blockOf;
    private final List<List<Integer>> blocks = new ArrayList<>();
    private final Map<Integer, List<Integer>> tied = new HashMap<>();
    private final Map<Integer, String> lockOf = new HashMap<>();
    private final Map<String, Integer> numberOfLock = new LinkedHashMap<>();
    private final List<Reason> contradictions = new ArrayList<>();

    public KeptTogether(Fit fit, SizeLimits limits, Rules rules) {
        this.fit = fit;
        this.limits = limits;
        this.blockOf = new int[fit.people];
        for (int i = 0; i < fit.people; i++) {
            blockOf[i] = i;
            blocks.add(new ArrayList<>(List.of(i)));
        }
        number(rules);
        Map<String, Integer> first = new HashMap<>();
        for (Leader leader : fit.leaders) {
            String lock = rules.locks().get(leader.id());
            if (lock == null || !numberOfLock.containsKey(lock)) {
                continue;
            }
            int i = fit.numberOf(leader.id());
            Integer before = first.putIfAbsent(lock, i);
            if (before == null || tie(before, i, new Reason.LockedTo(leader, lock))) {
                lockOf.put(i, lock);
            }
        }
        for (Rules.Pair pair : rules.together()) {
            int i = fit.numberOf(pair.one());
            int j = fit.numberOf(pair.other());
            tie(i, j, new Reason.Together(fit.leaders.get(i), fit.leaders.get(j)));
        }
    }

    /// Gives every group that seats are locked in its number: the one it is called by, or the lowest that is free, in
    /// the order of the roster.
    private void number(Rules rules) {
        List<String> names = fit.leaders.stream()
                .filter(leader -> rules.locks().containsKey(leader.id()))
                .map(leader -> rules.locks().getOrDefault(leader.id(), ""))
                .distinct()
                .toList();
        int groups = Math.max(1, fit.people / limits.least());
        if (names.size() > groups) {
            contradictions.add(new Reason.TooManyLocks(names, fit.people, groups));
            names = names.subList(0, groups);
        }
        Set<Integer> taken = new HashSet<>();
        for (String name : names) {
            if (name.matches("[1-9]\\d{0,8}") && Integer.parseInt(name) <= fit.people) {
                numberOfLock.put(name, Integer.parseInt(name) - 1);
                taken.add(Integer.parseInt(name) - 1);
            }
        }
        int next = 0;
        for (String name : names) {
            if (!numberOfLock.containsKey(name)) {
                while (taken.contains(next)) {
                    next++;
                }
                numberOfLock.put(name, next++);
            }
        }
    }

    /// The wishes that were given up, each with the fewest others that it contradicts.
    public List<Reason> contradictions() {
        return List.copyOf(contradictions);
    }

    public List<Integer> blockOf(int i) {
        return blocks.get(blockOf[i]);
    }

    /// Whether no lock keeps somebody, or anybody they must sit with, from this group.
    boolean allows(int i, int g) {
        return blockOf(i).stream()
                .allMatch(person -> lockOf(person).map(lock -> lock == g).orElse(true));
    }

    boolean pinned(int i) {
        return lockOf.containsKey(i) || blockOf(i).size() > 1;
    }

    boolean locked(int i) {
        return blockOf(i).stream().anyMatch(lockOf::containsKey);
    }

    /// The names of groups that seats are locked in, each with its number.
    public Map<String, Integer> locks() {
        return numberOfLock;
    }

    public Optional<Integer> lockOf(int i) {
        return Optional.ofNullable(lockOf.get(i)).map(numberOfLock::get);
    }

    private boolean tie(int i, int j, Reason.Rule wish) {
        List<Integer> one = blockOf(i);
        List<Integer> other = blockOf(j);
        if (blockOf[i] == blockOf[j]) {
            return true;
        }
        List<Reason.Rule> fewest = fewest(i, j, wish);
        if (!fewest.isEmpty()) {
            contradictions.add(new Reason.CannotHold(fewest));
            return false;
        }
        if (one.size() + other.size() > limits.most()) {
            contradictions.add(new Reason.CannotHold(
                    List.of(wish, new Reason.TooManyTied(one.size() + other.size(), limits.most()))));
            return false;
        }
        tied.computeIfAbsent(i, unseen -> new ArrayList<>()).add(j);
        tied.computeIfAbsent(j, unseen -> new ArrayList<>()).add(i);
        one.addAll(other);
        other.forEach(person -> blockOf[person] = blockOf[i]);
        return true;
    }

    /// The fewest wishes and rules, this wish first, that cannot hold together if i and j are tied; none if they can.
    private List<Reason.Rule> fewest(int i, int j, Reason.Rule wish) {
        List<Reason.Rule> fewest = List.of();
        for (int x : blockOf(i)) {
            for (int y : blockOf(j)) {
                List<Reason.Rule> why = contradicting(x, y);
                if (!why.isEmpty()) {
                    List<Reason.Rule> parts = new ArrayList<>(List.of(wish));
                    parts.addAll(chain(x, i));
                    parts.addAll(chain(j, y));
                    parts.addAll(why);
                    fewest = fewest.isEmpty() || parts.size() < fewest.size() ? List.copyOf(parts) : fewest;
                }
            }
        }
        return fewest.isEmpty() ? speechless(i, j, wish) : fewest;
    }

    /// Every two of a block may share a language and yet no language be common to all.
    private List<Reason.Rule> speechless(int i, int j, Reason.Rule wish) {
        List<Integer> people = new ArrayList<>(blockOf(i));
        people.addAll(blockOf(j));
        if (common(people) != 0) {
            return List.of();
        }
        for (int person : List.copyOf(people)) {
            List<Integer> without = new ArrayList<>(people);
            without.remove(Integer.valueOf(person));
            if (common(without) == 0) {
                people = without;
            }
        }
        Set<Reason.Rule> parts = new LinkedHashSet<>(List.of(wish));
        for (int person : people) {
            parts.addAll(blockOf(i).contains(person) ? chain(person, i) : chain(j, person));
        }
        parts.add(
                new Reason.NoLanguageAmong(people.stream().map(fit.leaders::get).toList()));
        return List.copyOf(parts);
    }

    private long common(List<Integer> people) {
        long common = -1;
        for (int person : people) {
            common &= fit.languages(person);
        }
        return common;
    }

    private List<Reason.Rule> contradicting(int x, int y) {
        String lockX = lockOf.get(x);
        String lockY = lockOf.get(y);
        if (lockX != null && lockY != null && !lockX.equals(lockY)) {
            return List.of(
                    new Reason.LockedTo(fit.leaders.get(x), lockX), new Reason.LockedTo(fit.leaders.get(y), lockY));
        }
        return fit.forbids(x, y).map(List::of).orElse(List.of());
    }

    /// The shortest chain of earlier ties between two people of a block.
    private List<Reason.Rule> chain(int from, int to) {
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
        List<Reason.Rule> chain = new ArrayList<>();
        for (int person = to; person != from; person = before.getOrDefault(person, from)) {
            chain.add(linked(person, before.getOrDefault(person, from)));
        }
        return chain;
    }

    /// What ties two people directly: a lock that both have, or the wish that they sit together.
    private Reason.Rule linked(int one, int other) {
        String lock = lockOf.get(one);
        return lock != null && lock.equals(lockOf.get(other))
                ? new Reason.LockedTo(fit.leaders.get(one), lock)
                : new Reason.Together(fit.leaders.get(one), fit.leaders.get(other));
    }
}
