package org.peerage.composition.search;

import java.util.List;
import org.peerage.composition.kernel.Chance;

/// Where there is a lawful seat for somebody, together with all whom they must sit with.
final class OpenSeats {

    private final SeatPlan seating;
    private final KeptTogether wishes;
    private final Chance chance;

    OpenSeats(SeatPlan seating, KeptTogether wishes, Chance chance) {
        this.seating = seating;
        this.wishes = wishes;
        this.chance = chance;
    }

    /// Gives everyone without a seat the emptiest lawful one, or one that a single person can vacate lawfully, in
    /// groups of at least so many.
    void seatTheWaiting(int leastToJoin) {
        seatTheWaiting(leastToJoin, seating.groupOf.length);
    }

    /// Does so for some of them, up to so many.
    void seatTheWaiting(int leastToJoin, int most) {
        int[] waiting = seating.waiting();
        chance.shuffle(waiting, waiting.length);
        for (int k = 0; k < Math.min(most, waiting.length); k++) {
            if (seating.groupOf[waiting[k]] == SeatPlan.NOBODY) {
                seat(waiting[k], leastToJoin);
            }
        }
    }

    /// Answers whether there was a seat for somebody who had none.
    boolean seat(int i, int leastToJoin) {
        List<Integer> block = wishes.blockOf(i);
        int found = emptiest(block, SeatPlan.NOBODY, leastToJoin);
        if (found == SeatPlan.NOBODY && block.size() == 1) {
            found = vacate(i, leastToJoin);
        }
        if (found != SeatPlan.NOBODY) {
            for (int person : block) {
                seating.sit(person, found);
            }
        }
        return found != SeatPlan.NOBODY;
    }

    /// A group below the smallest size draws people from those above it; answers whether that was enough.
    boolean raise(int g) {
        int least = seating.limits.least();
        for (int from = 0; from < seating.groups && seating.size[g] < least; from++) {
            for (int k = seating.size[from] - 1;
                    k >= 0 && from != g && seating.size[from] > least && seating.size[g] < least;
                    k--) {
                int i = seating.members[from][k];
                if (!wishes.pinned(i) && seating.lawful(i, g, SeatPlan.NOBODY)) {
                    seating.move(i, g);
                }
            }
        }
        return seating.size[g] >= least;
    }

    /// Whether a group may take them, however many sit there.
    boolean takes(List<Integer> block, int g) {
        if (!wishes.allows(block.getFirst(), g)) {
            return false;
        }
        for (int person : block) {
            if (!seating.lawful(person, g, SeatPlan.NOBODY)) {
                return false;
            }
        }
        return true;
    }

    private int emptiest(List<Integer> block, int except, int leastToJoin) {
        int found = SeatPlan.NOBODY;
        for (int g = 0; g < seating.groups; g++) {
            if (g != except
                    && seating.size[g] >= leastToJoin
                    && seating.size[g] + block.size() <= seating.limits.most()
                    && (found == SeatPlan.NOBODY || seating.size[g] < seating.size[found])
                    && takes(block, g)) {
                found = g;
            }
        }
        return found;
    }

    private int vacate(int i, int leastToJoin) {
        for (int g = 0; g < seating.groups; g++) {
            if (seating.size[g] < leastToJoin) {
                continue;
            }
            int blocker = SeatPlan.NOBODY;
            int blockers = 0;
            for (int k = 0; k < seating.size[g]; k++) {
                int other = seating.members[g][k];
                if (!seating.fit.lawful(i, other)) {
                    blocker = other;
                    blockers++;
                }
            }
            if (blockers == 0 && seating.size[g] == seating.limits.most()) {
                blocker = seating.members[g][chance.below(seating.size[g])];
                blockers = 1;
            }
            if (blockers == 1 && !wishes.pinned(blocker) && wishes.allows(i, g) && seating.lawful(i, g, blocker)) {
                int refuge = emptiest(List.of(blocker), g, leastToJoin);
                if (refuge != SeatPlan.NOBODY) {
                    seating.move(blocker, refuge);
                    return g;
                }
            }
        }
        return SeatPlan.NOBODY;
    }
}
