package org.peerage.groups;

/// How many seats a group means to have. Outside 2 to 24 it is another kind of meeting (`S1.4`).
public record GroupSize(int smallest, int target, int largest) {

    public static final GroupSize USUAL = new GroupSize(8, 12, 16);
    static final int LEAST = 2;
    static final int MOST = 24;

    public GroupSize {
        if (!holds(smallest, target, largest)) {
            throw new IllegalArgumentException("not a size of a group: " + smallest + ", " + target + ", " + largest);
        }
    }

    public static boolean holds(int smallest, int target, int largest) {
        return LEAST <= smallest && smallest <= target && target <= largest && largest <= MOST;
    }
}
