package org.peerage.composition;

/// How many may sit in a group, and how many should (S1.4): eight to sixteen, twelve as the target.
record GroupSize(int least, int target, int most) {

    static final GroupSize USUAL = new GroupSize(8, 12, 16);

    GroupSize {
        if (least < 2 || target < least || most < target) {
            throw new Refusal("--group-size takes MIN:TARGET:MAX with 2 ≤ MIN ≤ TARGET ≤ MAX, not " + least + ":"
                    + target + ":" + most + ".");
        }
    }

    static GroupSize parse(String text) {
        String[] parts = text.split(":", -1);
        try {
            if (parts.length == 3) {
                return new GroupSize(
                        Integer.parseInt(parts[0].strip()),
                        Integer.parseInt(parts[1].strip()),
                        Integer.parseInt(parts[2].strip()));
            }
        } catch (NumberFormatException notANumber) {
            throw new Refusal("--group-size takes three whole numbers, MIN:TARGET:MAX, not " + text + ".");
        }
        throw new Refusal("--group-size takes three whole numbers, MIN:TARGET:MAX, not " + text + ".");
    }

    /// What being away from the target costs, 0 at the target and 1 at the farther end of the band.
    double cost(int size) {
        int reach = Math.max(1, Math.max(target - least, most - target));
        double away = (double) (size - target) / reach;
        return away * away;
    }

    /// The number of groups nearest to the target that people can fill; 0 when there is none.
    int groupsFor(int people) {
        int fewest = (people + most - 1) / most;
        int manyest = people / least;
        if (fewest > manyest) {
            return 0;
        }
        return Math.clamp(Math.round((float) people / target), fewest, manyest);
    }
}
