package org.peerage.composition.search;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.peerage.composition.SizeLimits;
import org.peerage.composition.kernel.Chance;

/// A first lawful seating. People are taken in the order of their zone, stage and size, so that neighbours in the queue
/// already fit; each takes a seat in one of the groups being filled, or in any that is lawful, or makes somebody move
/// up. Whoever finds no lawful seat stays without one, and it is said why.
public final class FirstSeats {

    private static final int OPEN_AT_ONCE = 12;
    private static final int HOURS_OF_A_REGION = 3;
    private static final int PEOPLE_TO_TRY_AGAIN = 10_000;
    private static final int WAITING_TO_OPEN_FOR = 200;

    private final Fit fit;
    private final SizeLimits limits;
    private final KeptTogether wishes;
    private final Chance chance;
    private final int[] start;

    public FirstSeats(Fit fit, SizeLimits limits, KeptTogether wishes, Chance chance) {
        this(fit, limits, wishes, chance, new int[0]);
    }

    /// With seats to start from: whoever may lawfully keep theirs does. An empty array is no seats at all.
    public FirstSeats(Fit fit, SizeLimits limits, KeptTogether wishes, Chance chance, int[] start) {
        this.fit = fit;
        this.limits = limits;
        this.wishes = wishes;
        this.chance = chance;
        this.start = start;
    }

    /// With as many groups as the target asks for; where that leaves people without a seat, with more, as few of
    /// these as possible, as far as the sizes allow.
    public SeatPlan seat() {
        int fewest = limits.groupsOfMost(fit.people);
        int more = fit.people > PEOPLE_TO_TRY_AGAIN ? 0 : fit.people / limits.least() - fewest;
        SeatPlan best = seat(fewest);
        for (int step = 1; best.seated() < fit.people && step <= more; step *= 2) {
            best = moreSeated(best, seat(fewest + step));
        }
        return best.seated() < fit.people && more > 0 ? moreSeated(best, seat(fewest + more)) : best;
    }

    private static SeatPlan moreSeated(SeatPlan nearer, SeatPlan farther) {
        return farther.seated() > nearer.seated() ? farther : nearer;
    }

    private SeatPlan seat(int wanted) {
        int highest = Math.max(
                Arrays.stream(start).max().orElse(-1),
                wishes.locks().values().stream()
                        .mapToInt(Integer::intValue)
                        .max()
                        .orElse(-1));
        SeatPlan seating =
                new SeatPlan(fit, limits, wanted == 0 ? 0 : Math.max(fit.people / limits.least(), highest + 1));
        if (wanted == 0) {
            return seating;
        }
        OpenSeats open = new OpenSeats(seating, wishes, chance);
        List<Integer> queue = queue();
        for (int i : queue) {
            wishes.lockOf(i)
                    .ifPresent(g -> wishes.blockOf(i).stream()
                            .filter(person -> seating.groupOf[person] == SeatPlan.NOBODY)
                            .forEach(person -> seating.sit(person, g)));
        }
        keep(seating, open);
        fill(seating, open, queue, wanted);
        raise(seating, open);
        open.seatTheWaiting(limits.least());
        new Regrouping(seating, wishes, chance).openForTheWaiting(WAITING_TO_OPEN_FOR);
        return seating;
    }

    private void keep(SeatPlan seating, OpenSeats open) {
        for (int i = 0; i < start.length; i++) {
            int g = start[i];
            List<Integer> block = wishes.blockOf(i);
            if (g != SeatPlan.NOBODY
                    && seating.groupOf[i] == SeatPlan.NOBODY
                    && seating.size[g] + block.size() <= limits.most()
                    && open.takes(block, g)) {
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

    private void fill(SeatPlan seating, OpenSeats open, List<Integer> queue, int wanted) {
        List<Integer> filling = new ArrayList<>(wishes.locks().values());
        Deque<Integer> untouched = new ArrayDeque<>();
        int begun = 0;
        int few = Math.clamp(fit.people / wanted, limits.least(), limits.most());
        for (int g = 0; g < seating.groups; g++) {
            begun += seating.size[g] > 0 ? 1 : 0;
            if (seating.size[g] == 0) {
                untouched.add(g);
            } else if (seating.size[g] < few && !filling.contains(g)) {
                filling.add(g);
            }
        }
        for (int i : queue) {
            if (seating.groupOf[i] != SeatPlan.NOBODY) {
                continue;
            }
            List<Integer> block = wishes.blockOf(i);
            int found = SeatPlan.NOBODY;
            for (int g : filling) {
                if (seating.size[g] + block.size() <= few && open.takes(block, g)) {
                    found = g;
                    break;
                }
            }
            if (found == SeatPlan.NOBODY && begun < wanted) {
                found = untouched.removeFirst();
                begun++;
                filling.add(found);
                if (filling.size() > OPEN_AT_ONCE) {
                    filling.removeFirst();
                }
            }
            if (found != SeatPlan.NOBODY) {
                for (int person : block) {
                    seating.sit(person, found);
                }
                if (seating.size[found] >= few) {
                    filling.remove(Integer.valueOf(found));
                }
            }
        }
        open.seatTheWaiting(1);
    }

    /// Groups below the smallest size are filled up; one that cannot be is given up.
    private void raise(SeatPlan seating, OpenSeats open) {
        for (int g : seating.used()) {
            if (!open.raise(g)) {
                while (seating.size[g] > 0) {
                    seating.leave(seating.members[g][0]);
                }
            }
        }
    }
}
