package org.peerage.composition.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Changes to groups that already meet: a newcomer, two groups that have shrunk, one that has grown, a resignation.
/// Nothing is moved that was not asked for.
final class Reseating {

    /// A group with an open seat where the newcomer may lawfully sit, and what the group's quality would be.
    record Vacancy(int group, double before, double after) {

        double gain() {
            return after - before;
        }
    }

    private final SeatPlan seating;
    private final KeptTogether wishes;

    Reseating(SeatPlan seating, KeptTogether wishes) {
        this.seating = seating;
        this.wishes = wishes;
    }

    /// Every lawful open seat for somebody without one; the group that would be best with the newcomer comes first.
    List<Vacancy> openings(int newcomer) {
        List<Vacancy> openings = new ArrayList<>();
        for (int g = 0; g < seating.groups; g++) {
            if (seating.size[g] > 0
                    && seating.size[g] < seating.limits.most()
                    && seating.lawful(newcomer, g, SeatPlan.NOBODY)) {
                openings.add(new Vacancy(g, seating.quality(g), seating.qualityWith(newcomer, g)));
            }
        }
        openings.sort(Comparator.comparingDouble(Vacancy::after).reversed().thenComparingInt(Vacancy::group));
        return openings;
    }

    /// The groups that one could join whole, best first; empty when none takes them lawfully.
    List<Vacancy> partners(int shrunk) {
        List<Vacancy> partners = new ArrayList<>();
        int[] people = Arrays.copyOf(seating.members[shrunk], seating.size[shrunk]);
        for (int g = 0; g < seating.groups; g++) {
            int other = g;
            if (g != shrunk
                    && seating.size[g] > 0
                    && seating.size[g] + people.length <= seating.limits.most()
                    && Arrays.stream(people).allMatch(i -> seating.lawful(i, other, SeatPlan.NOBODY))) {
                double before = seating.quality(g);
                for (int i : people) {
                    seating.move(i, g);
                }
                double after = seating.quality(g);
                for (int i : people) {
                    seating.move(i, shrunk);
                }
                partners.add(new Vacancy(g, before, after));
            }
        }
        partners.sort(Comparator.comparingDouble(Vacancy::after).reversed().thenComparingInt(Vacancy::group));
        return partners;
    }

    void merge(int shrunk, int into) {
        while (seating.size[shrunk] > 0) {
            seating.move(seating.members[shrunk][0], into);
        }
    }

    /// Divides a group in two: the other half goes to an empty group number. Pairs of people change sides as long as
    /// that helps. Whoever must sit together stays together; answers false when the halves would be too small.
    boolean split(int grown, int empty) {
        int size = seating.size[grown];
        if (size < 2 * seating.limits.least() || seating.size[empty] > 0) {
            return false;
        }
        for (int k = size - 1; k >= 0 && seating.size[empty] < size / 2; k--) {
            if (k < seating.size[grown] && !wishes.pinned(seating.members[grown][k])) {
                seating.move(seating.members[grown][k], empty);
            }
        }
        if (seating.size[empty] < seating.limits.least()) {
            merge(empty, grown);
            return false;
        }
        boolean better = true;
        while (better) {
            better = bestSwap(grown, empty);
        }
        return true;
    }

    private boolean bestSwap(int a, int b) {
        double best = -1e-9;
        int one = SeatPlan.NOBODY;
        int other = SeatPlan.NOBODY;
        for (int x = 0; x < seating.size[a]; x++) {
            for (int y = 0; y < seating.size[b]; y++) {
                int i = seating.members[a][x];
                int j = seating.members[b][y];
                if (wishes.pinned(i) || wishes.pinned(j)) {
                    continue;
                }
                double change = seating.swapEnergy(i, j);
                if (change < best) {
                    best = change;
                    one = i;
                    other = j;
                }
            }
        }
        if (one != SeatPlan.NOBODY) {
            seating.swap(one, other);
        }
        return one != SeatPlan.NOBODY;
    }

    /// Fills a group after a resignation with as few moves as asked for, each the one that helps all groups most;
    /// answers who moved. No giver falls below the smallest size.
    List<Integer> repair(int group, int movesAtMost) {
        List<Integer> moved = new ArrayList<>();
        while (moved.size() < movesAtMost) {
            double best = seating.size[group] < seating.limits.least() ? Double.POSITIVE_INFINITY : -1e-9;
            int person = SeatPlan.NOBODY;
            for (int i = 0; i < seating.groupOf.length; i++) {
                int from = seating.groupOf[i];
                if (from != SeatPlan.NOBODY
                        && from != group
                        && seating.size[from] > seating.limits.least()
                        && seating.size[group] < seating.limits.most()
                        && !wishes.pinned(i)) {
                    double change = seating.shiftEnergy(i, group);
                    if (change < best && seating.lawful(i, group, SeatPlan.NOBODY)) {
                        best = change;
                        person = i;
                    }
                }
            }
            if (person == SeatPlan.NOBODY) {
                return moved;
            }
            seating.move(person, group);
            moved.add(person);
        }
        return moved;
    }
}
