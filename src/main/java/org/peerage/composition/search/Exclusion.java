package org.peerage.composition.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// People of whom no two may sit together: each needs a group of their own. Where they are more than the groups that
/// everybody can make, some of them cannot have a seat, whatever the search does; one fewer than named here could.
///
/// The largest such set is a hard problem of its own. It is looked for by branch and bound with a budget of
/// comparisons, so that it never holds a run up; without one that is large enough, nothing is said, and nothing wrong
/// is said.
final class Exclusion {

    /// Every two people are compared; beyond this many that would take longer than what can be learnt is worth.
    private static final int PEOPLE_AT_MOST = 6_000;

    private static final int COMPARISONS_AT_MOST = 3_000_000;

    private final Fit fit;
    private BitSet[] excludes = new BitSet[0];
    private List<Integer> best = List.of();
    private int comparisons;
    private int wanted;

    private Exclusion(Fit fit) {
        this.fit = fit;
    }

    /// People who exclude each other, at least `least` of them; empty when no such set was found.
    static List<Integer> among(Fit fit, int least) {
        return least < 2 || fit.people > PEOPLE_AT_MOST ? List.of() : new Exclusion(fit).find(least);
    }

    private List<Integer> find(int least) {
        wanted = least;
        BitSet candidates = compare();
        boolean fewer = true;
        while (fewer) {
            int before = candidates.cardinality();
            for (int i = candidates.nextSetBit(0); i >= 0; i = candidates.nextSetBit(i + 1)) {
                BitSet others = (BitSet) excludes[i].clone();
                others.and(candidates);
                if (others.cardinality() < least - 1) {
                    candidates.clear(i);
                }
            }
            fewer = candidates.cardinality() < before;
        }
        if (candidates.cardinality() >= least) {
            grow(new ArrayList<>(), candidates);
        }
        return best.size() >= least ? best : List.of();
    }

    private BitSet compare() {
        excludes = new BitSet[fit.people];
        for (int i = 0; i < fit.people; i++) {
            excludes[i] = new BitSet();
        }
        for (int i = 0; i < fit.people; i++) {
            for (int j = 0; j < i; j++) {
                if (!fit.lawful(i, j)) {
                    excludes[i].set(j);
                    excludes[j].set(i);
                }
            }
        }
        BitSet everybody = new BitSet(fit.people);
        everybody.set(0, fit.people);
        return everybody;
    }

    /// Adds one candidate after another, whoever excludes most of the others first.
    private void grow(List<Integer> chosen, BitSet candidates) {
        if (chosen.size() > best.size()) {
            best = List.copyOf(chosen);
        }
        BitSet left = (BitSet) candidates.clone();
        while (!left.isEmpty()
                && best.size() < wanted
                && chosen.size() + left.cardinality() > best.size()
                && comparisons < COMPARISONS_AT_MOST) {
            int next = busiest(left);
            BitSet narrower = (BitSet) left.clone();
            narrower.and(excludes[next]);
            chosen.addLast(next);
            grow(chosen, narrower);
            chosen.removeLast();
            left.clear(next);
        }
    }

    private int busiest(BitSet among) {
        int busiest = among.nextSetBit(0);
        int most = -1;
        for (int i = busiest; i >= 0; i = among.nextSetBit(i + 1)) {
            BitSet others = (BitSet) excludes[i].clone();
            others.and(among);
            comparisons++;
            if (others.cardinality() > most) {
                most = others.cardinality();
                busiest = i;
            }
        }
        return busiest;
    }
}
