package org.peerage.composition;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/// A first lawful seating. People are taken in the order of their zone, stage and size, so that neighbours in the queue
/// already fit; each takes a seat in one of the groups being filled, or in any that is lawful, or makes somebody move
/// up. Whoever finds no lawful seat stays without one, and it is said why.
final class FirstSeats {

    private static final int OPEN_AT_ONCE = 12;
    private static final int HOURS_OF_A_REGION = 3;
    private static final int TRIES = 12;
    private static final int PEOPLE_TO_TRY_AGAIN = 10_000;

    private final Fit fit;
    private final GroupSize band;
    private final Wishes wishes;
    private final Chance chance;
    private final int[] start;

    FirstSeats(Fit fit, GroupSize band, Wishes wishes, Chance chance) {
        this(fit, band, wishes, chance, new int[0]);
    }

    /// With seats to start from: whoever may lawfully keep theirs does. An empty array is no seats at all.
    FirstSeats(Fit fit, GroupSize band, Wishes wishes, Chance chance, int[] start) {
        this.fit = fit;
        this.band = band;
        this.wishes = wishes;
        this.chance = chance;
        this.start = start;
    }

    /// With as many groups as the target asks for; where that leaves people without a seat, with more, as far as the
    /// band allows.
    Seating seat() {
        int fewest = band.groupsOfMost(fit.people);
        int most = fit.people / band.least();
        Seating best = seat(fewest);
        int tries = fit.people > PEOPLE_TO_TRY_AGAIN ? 0 : Math.min(TRIES, most - fewest);
        for (int k = 1; k <= tries && best.seated() < fit.people; k++) {
            Seating other = seat(fewest + (int) ((long) (most - fewest) * k / tries));
            best = other.seated() > best.seated() ? other : best;
        }
        return best;
    }

    private Seating seat(int wanted) {
        int highest = Math.max(
                Arrays.stream(start).max().orElse(-1),
                wishes.locks().values().stream()
                        .mapToInt(Integer::intValue)
                        .max()
                        .orElse(-1));
        Seating seating = new Seating(fit, band, wanted == 0 ? 0 : Math.max(wanted, highest + 1));
        if (wanted == 0) {
            return seating;
        }
        List<Integer> queue = queue();
        for (int i : queue) {
            wishes.lockOf(i)
                    .ifPresent(g -> wishes.blockOf(i).stream()
                            .filter(person -> seating.groupOf[person] == Seating.NOBODY)
                            .forEach(person -> seating.sit(person, g)));
        }
        keep(seating);
        fill(seating, queue, wanted);
        raise(seating);
        seatTheWaiting(seating, band.least());
        return seating;
    }

    private void keep(Seating seating) {
        for (int i = 0; i < start.length; i++) {
            int g = start[i];
            List<Integer> block = wishes.blockOf(i);
            if (g != Seating.NOBODY
                    && seating.groupOf[i] == Seating.NOBODY
                    && seating.size[g] + block.size() <= band.most()
                    && takes(seating, block, g)) {
                block.forEach(person -> seating.sit(person, g));
            }
        }
    }

    private List<Integer> queue() {
        int[] random = new int[fit.people];
        for (int i = 0; i < random.length; i++) {
            random[i] = i;
        }
        chance.shuffle(random, random.length);
        List<Integer> queue = new ArrayList<>(random.length);
        for (int i : random) {
            queue.add(i);
        }
        queue.sort(Comparator.<Integer>comparingDouble(i -> region(fit.zone(i)))
                .thenComparingInt(i -> fit.leaders.get(i).stage().orElse(-1))
                .thenComparingInt(i -> fit.leaders.get(i).role().orElse(-1))
                .thenComparingDouble(
                        i -> Math.floor(fit.leaders.get(i).doublings().orElse(-1) / 1.5)));
        return queue;
    }

    private static double region(double zone) {
        return Double.isNaN(zone) ? Double.POSITIVE_INFINITY : Math.floor(zone / HOURS_OF_A_REGION);
    }

    private void fill(Seating seating, List<Integer> queue, int wanted) {
        List<Integer> open = new ArrayList<>(wishes.locks().values());
        Deque<Integer> untouched = new ArrayDeque<>();
        int begun = 0;
        int few = Math.clamp(fit.people / wanted, band.least(), band.most());
        for (int g = 0; g < seating.groups; g++) {
            begun += seating.size[g] > 0 ? 1 : 0;
            if (seating.size[g] == 0) {
                untouched.add(g);
            } else if (seating.size[g] < few && !open.contains(g)) {
                open.add(g);
            }
        }
        for (int i : queue) {
            if (seating.groupOf[i] != Seating.NOBODY) {
                continue;
            }
            List<Integer> block = wishes.blockOf(i);
            int found = Seating.NOBODY;
            for (int g : open) {
                if (seating.size[g] + block.size() <= few && takes(seating, block, g)) {
                    found = g;
                    break;
                }
            }
            if (found == Seating.NOBODY && begun < wanted) {
                found = untouched.removeFirst();
                begun++;
                open.add(found);
                if (open.size() > OPEN_AT_ONCE) {
                    open.removeFirst();
                }
            }
            if (found != Seating.NOBODY) {
                for (int person : block) {
                    seating.sit(person, found);
                }
                if (seating.size[found] >= few) {
                    open.remove(Integer.valueOf(found));
                }
            }
        }
        seatTheWaiting(seating, 1);
    }

    /// Gives everyone without a seat the emptiest lawful one, or one that a single person can vacate lawfully.
    private void seatTheWaiting(Seating seating, int leastToJoin) {
        for (int i = 0; i < fit.people; i++) {
            if (seating.groupOf[i] != Seating.NOBODY) {
                continue;
            }
            List<Integer> block = wishes.blockOf(i);
            int found = emptiest(seating, block, Seating.NOBODY, leastToJoin);
            if (found == Seating.NOBODY && block.size() == 1) {
                found = vacate(seating, i, leastToJoin);
            }
            if (found != Seating.NOBODY) {
                for (int person : block) {
                    seating.sit(person, found);
                }
            }
        }
    }

    private int emptiest(Seating seating, List<Integer> block, int except, int leastToJoin) {
        int found = Seating.NOBODY;
        for (int g = 0; g < seating.groups; g++) {
            if (g != except
                    && seating.size[g] >= leastToJoin
                    && seating.size[g] + block.size() <= band.most()
                    && (found == Seating.NOBODY || seating.size[g] < seating.size[found])
                    && takes(seating, block, g)) {
                found = g;
            }
        }
        return found;
    }

    private int vacate(Seating seating, int i, int leastToJoin) {
        for (int g = 0; g < seating.groups; g++) {
            if (seating.size[g] < leastToJoin) {
                continue;
            }
            int blocker = Seating.NOBODY;
            int blockers = 0;
            for (int k = 0; k < seating.size[g]; k++) {
                int other = seating.members[g][k];
                if (!fit.lawful(i, other)) {
                    blocker = other;
                    blockers++;
                }
            }
            if (blockers == 0 && seating.size[g] == band.most()) {
                blocker = seating.members[g][chance.below(seating.size[g])];
                blockers = 1;
            }
            if (blockers == 1 && !wishes.pinned(blocker) && wishes.allows(i, g) && seating.lawful(i, g, blocker)) {
                int refuge = emptiest(seating, List.of(blocker), g, leastToJoin);
                if (refuge != Seating.NOBODY) {
                    seating.move(blocker, refuge);
                    return g;
                }
            }
        }
        return Seating.NOBODY;
    }

    /// Groups below the band draw people from those above its lower end; one that cannot be filled is given up.
    private void raise(Seating seating) {
        for (int g = 0; g < seating.groups; g++) {
            for (int from = 0; from < seating.groups && seating.size[g] < band.least(); from++) {
                for (int k = seating.size[from] - 1;
                        k >= 0 && from != g && seating.size[from] > band.least() && seating.size[g] < band.least();
                        k--) {
                    int i = seating.members[from][k];
                    if (!wishes.pinned(i) && seating.lawful(i, g, Seating.NOBODY)) {
                        seating.move(i, g);
                    }
                }
            }
            if (seating.size[g] < band.least()) {
                while (seating.size[g] > 0) {
                    seating.leave(seating.members[g][0]);
                }
            }
        }
    }

    private boolean takes(Seating seating, List<Integer> block, int g) {
        if (!wishes.allows(block.getFirst(), g)) {
            return false;
        }
        for (int person : block) {
            if (!seating.lawful(person, g, Seating.NOBODY)) {
                return false;
            }
        }
        return true;
    }
}
