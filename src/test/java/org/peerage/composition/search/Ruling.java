package org.peerage.composition.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.peerage.composition.Rules;

/// What a test's convener lays down, a sentence at a time; people may live six hours apart, unless a test says
/// otherwise.
public final class Ruling {

    private final List<Rules.Pair> apart = new ArrayList<>();
    private final List<Rules.Pair> together = new ArrayList<>();
    private final Map<String, String> locks = new HashMap<>();
    private final List<Rules.Pair> competitors = new ArrayList<>();
    private final List<Rules.Pair> notCompetitors = new ArrayList<>();
    private double hours = 6;

    private Ruling() {}

    static Ruling ruling() {
        return new Ruling();
    }

    Ruling apart(String one, String other) {
        apart.add(new Rules.Pair(one, other));
        return this;
    }

    Ruling together(String one, String other) {
        together.add(new Rules.Pair(one, other));
        return this;
    }

    Ruling locked(String leader, String group) {
        locks.put(leader, group);
        return this;
    }

    Ruling locked(Map<String, String> groupOf) {
        locks.putAll(groupOf);
        return this;
    }

    Ruling competing(String one, String other) {
        competitors.add(new Rules.Pair(one, other));
        return this;
    }

    Ruling notCompeting(String one, String other) {
        notCompetitors.add(new Rules.Pair(one, other));
        return this;
    }

    Ruling within(double hoursApart) {
        hours = hoursApart;
        return this;
    }

    Rules rules() {
        return new Rules(apart, together, locks, competitors, notCompetitors, hours, OptionalDouble.empty(), true);
    }
}
