package org.peerage.composition.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.peerage.composition.kernel.Chance;

/// Changes how many groups there are. A group is dissolved when all of it find lawful seats elsewhere; one is
/// opened for somebody, with or without a seat, when enough others may sit there and can be spared. Groups in which
/// a seat is locked are never dissolved.
///
/// What is asked for here may end half-way: whoever asks keeps the seats as they were, and goes back to them.
final class Regrouping {

    /// Where there are more groups than this, a seat is looked for in a random choice of them.
    private static final int GROUPS_TO_LOOK_AT = 400;

    private static final int PEOPLE_TO_LOOK_AT = 600;
    private static final int GROUPS_TO_CHOOSE_FROM = 3;

    /// Keeping and giving back everybody's seat costs as much as a step for so many people.
    private static final int PEOPLE_A_STEP = 16;

    private static final double LEAST_SHARE = 0.05;

    private final SeatPlan seating;
    private final KeptTogether wishes;
    private final Chance chance;
    private final OpenSeats open;
    private final BitSet held = new BitSet();
    private long looked;

    Regrouping(SeatPlan seating, KeptTogether wishes, Chance chance) {
        this.seating = seating;
        this.wishes = wishes;
        this.chance = chance;
        this.open = new OpenSeats(seating, wishes, chance);
        wishes.locks().values().forEach(held::set);
    }

    /// How many seats and people were looked at so far: what this costs, in steps of the search.
    long looked() {
        return looked;
    }

    /// Steps of the search that a change took to settle.
    void settled(int steps) {
        looked += steps;
    }

    /// One change by chance: for somebody who waits, or towards the target size more often than away from it.
    boolean change() {
        looked += 1 + seating.groupOf.length / PEOPLE_A_STEP;
        int[] used = seating.used();
        int[] waiting = seating.waiting();
        if (waiting.length > 0 && chance.below(2) == 0) {
            return open(waiting[chance.below(waiting.length)]);
        }
        int seated = seating.groupOf.length - waiting.length;
        boolean fewer = chance.below(4) < (seated < used.length * seating.limits.target() ? 3 : 1);
        if (fewer) {
            return dissolve(chosen(used, Comparator.comparingDouble(seating::quality)));
        }
        int large = chosen(used, Comparator.comparingInt(g -> -seating.size[g]));
        return open(seating.members[large][chance.below(seating.size[large])]);
    }

    private int chosen(int[] used, Comparator<Integer> first) {
        return IntStream.range(0, GROUPS_TO_CHOOSE_FROM)
                .mapToObj(k -> used[chance.below(used.length)])
                .min(first)
                .orElseThrow();
    }

    /// Opens a group for each of those without a seat for whom that is possible, up to so many of them.
    void openForTheWaiting(int most) {
        int[] waiting = seating.waiting();
        for (int k = 0; k < Math.min(most, waiting.length); k++) {
            if (seating.groupOf[waiting[k]] == SeatPlan.NOBODY) {
                int[] before = seating.groupOf.clone();
                if (!open(waiting[k])) {
                    seating.become(before);
                }
            }
        }
    }

    /// Everybody of a group goes where they fit best; answers false when a lock or the rules do not allow it.
    boolean dissolve(int g) {
        int spare = 0;
        for (int other : seating.used()) {
            spare += other == g ? 0 : Math.max(0, seating.limits.most() - seating.size[other]);
        }
        if (held.get(g) || spare < seating.size[g]) {
            return false;
        }
        List<List<Integer>> blocks = new ArrayList<>();
        for (int k = 0; k < seating.size[g]; k++) {
            List<Integer> block = wishes.blockOf(seating.members[g][k]);
            if (block.getFirst() == seating.members[g][k]) {
                blocks.add(block);
            }
        }
        blocks.sort(Comparator.comparingInt(block -> -block.size()));
        blocks.forEach(block -> block.forEach(seating::leave));
        int[] others = some(seating.used());
        for (List<Integer> block : blocks) {
            int to = best(block, others);
            if (to != SeatPlan.NOBODY) {
                block.forEach(i -> seating.sit(i, to));
            } else if (!open.seat(block.getFirst(), seating.limits.least())) {
                return false;
            }
        }
        return true;
    }

    private int[] some(int[] used) {
        if (used.length > GROUPS_TO_LOOK_AT) {
            chance.shuffle(used, used.length);
            return Arrays.copyOf(used, GROUPS_TO_LOOK_AT);
        }
        return used;
    }

    /// The group in which they would do most for all, of these.
    private int best(List<Integer> block, int[] among) {
        int best = SeatPlan.NOBODY;
        double least = Double.POSITIVE_INFINITY;
        for (int g : among) {
            looked++;
            if (seating.size[g] + block.size() <= seating.limits.most() && open.takes(block, g)) {
                double before = seating.energy(g);
                block.forEach(i -> seating.sit(i, g));
                double change = seating.energy(g) - before;
                block.forEach(seating::leave);
                if (change < least) {
                    least = change;
                    best = g;
                }
            }
        }
        return best;
    }

    /// Opens a group for somebody and whom they must sit with: others join who are spared most easily and fit best,
    /// until nobody's coming would help. For somebody without a seat, groups may give more than they can spare if
    /// others then fill them up, or take all who are left. Answers false when there is no number free or too few
    /// may join.
    boolean open(int i) {
        List<Integer> block = wishes.blockOf(i);
        int from = seating.groupOf[i];
        int g = free();
        if (g == SeatPlan.NOBODY
                || wishes.locked(i)
                || (from != SeatPlan.NOBODY && seating.size[from] - block.size() < seating.limits.least())) {
            return false;
        }
        for (int person : block) {
            if (from != SeatPlan.NOBODY) {
                seating.leave(person);
            }
            seating.sit(person, g);
        }
        int least = from == SeatPlan.NOBODY ? 1 : seating.limits.least() + 1;
        List<Integer> candidates = candidates(g, least);
        for (int next = next(candidates, g); next != SeatPlan.NOBODY; next = next(candidates, g)) {
            if (seating.groupOf[next] != SeatPlan.NOBODY) {
                seating.leave(next);
            }
            seating.sit(next, g);
            candidates.removeIf(other -> !joins(other, g, least));
        }
        for (int small : seating.used()) {
            if (seating.size[small] < seating.limits.least()
                    && (small == g || !(open.raise(small) || dissolve(small)))) {
                return false;
            }
        }
        return true;
    }

    private int free() {
        for (int g = 0; g < seating.groups; g++) {
            if (seating.size[g] == 0 && !held.get(g)) {
                return g;
            }
        }
        return SeatPlan.NOBODY;
    }

    private List<Integer> candidates(int g, int least) {
        List<Integer> candidates = new ArrayList<>();
        int people = seating.groupOf.length;
        int first = chance.below(people);
        for (int k = 0; k < people && candidates.size() < PEOPLE_TO_LOOK_AT; k++) {
            int i = (first + k) % people;
            if (joins(i, g, least)) {
                candidates.add(i);
            }
        }
        return candidates;
    }

    /// Whether somebody may join, from a group of at least so many.
    private boolean joins(int i, int g, int least) {
        int from = seating.groupOf[i];
        looked++;
        return from != g
                && (from == SeatPlan.NOBODY || seating.size[from] >= least)
                && !wishes.pinned(i)
                && seating.lawful(i, g, SeatPlan.NOBODY);
    }

    /// Who should join next: where candidates are few, whoever excludes the fewest of them.
    private int next(List<Integer> candidates, int g) {
        boolean enough = seating.size[g] >= seating.limits.least();
        boolean few = !enough && seating.size[g] + candidates.size() < 2 * seating.limits.target();
        int next = SeatPlan.NOBODY;
        double least = enough ? 0 : Double.POSITIVE_INFINITY;
        for (int i : candidates) {
            double cost = few ? excluded(i, candidates) : cost(i, g, enough);
            if (cost < least && seating.size[g] < seating.limits.most()) {
                least = cost;
                next = i;
            }
        }
        return next;
    }

    private double excluded(int i, List<Integer> candidates) {
        return candidates.stream()
                .filter(other -> !seating.fit.lawful(i, other))
                .count();
    }

    /// What the energy changes by when somebody joins. A group that is still too small will be as good as it fits.
    private double cost(int i, int g, boolean enough) {
        looked++;
        double share = Math.max(
                LEAST_SHARE, (double) seating.worth(i, g) / seating.size[g] / seating.fit.pairWeight / Fit.THOUSAND);
        double joining = enough ? seating.joinEnergy(i, g) : 1 / (share * share);
        return seating.groupOf[i] == SeatPlan.NOBODY
                ? -1 / (LEAST_SHARE * LEAST_SHARE)
                : seating.leaveEnergy(i) + joining;
    }
}
