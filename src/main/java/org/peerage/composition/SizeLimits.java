package org.peerage.composition;

import org.peerage.composition.kernel.InputRefused;

/// How many may sit in a group, and how many should (S1.4): eight to sixteen, twelve as the target.
public record SizeLimits(int least, int target, int most) {

    public static final SizeLimits USUAL = new SizeLimits(8, 12, 16);

    public SizeLimits {
        if (!possible(least, target, most)) {
            throw new IllegalArgumentException("2 ≤ " + least + " ≤ " + target + " ≤ " + most + " does not hold");
        }
    }

    /// Whether these three numbers make a size: at least two, and none below the one before.
    public static boolean possible(int least, int target, int most) {
        return least >= 2 && target >= least && most >= target;
    }

    public static SizeLimits parse(String text) {
        String[] parts = text.split(":", -1);
        try {
            if (parts.length == 3) {
                int least = Integer.parseInt(parts[0].strip());
                int target = Integer.parseInt(parts[1].strip());
                int most = Integer.parseInt(parts[2].strip());
                if (possible(least, target, most)) {
                    return new SizeLimits(least, target, most);
                }
                throw new InputRefused(
                        "--group-size takes MIN:TARGET:MAX with 2 ≤ MIN ≤ TARGET ≤ MAX, not " + text + ".");
            }
        } catch (NumberFormatException notANumber) {
            throw new InputRefused("--group-size takes three whole numbers, MIN:TARGET:MAX, not " + text + ".");
        }
        throw new InputRefused("--group-size takes three whole numbers, MIN:TARGET:MAX, not " + text + ".");
    }

    /// What being away from the target costs, 0 at the target and 1 at the farther limit.
    public double cost(int size) {
        int reach = Math.max(1, Math.max(target - least, most - target));
        double away = (double) (size - target) / reach;
        return away * away;
    }

    /// The number of groups nearest to the target that people can fill; 0 when there is none.
    public int groupsFor(int people) {
        int fewest = (people + most - 1) / most;
        int manyest = people / least;
        if (fewest > manyest) {
            return 0;
        }
        return Math.clamp(Math.round((float) people / target), fewest, manyest);
    }

    /// As many groups as the people make; when no such number divides them, as most of the people make.
    public int groupsOfMost(int people) {
        for (int some = people; some >= least; some--) {
            int groups = groupsFor(some);
            if (groups > 0) {
                return groups;
            }
        }
        return 0;
    }
}
