package org.peerage.groups;

/// How many seats a group means to have. Outside 2 to 24 it is another kind of meeting (`S1.4`).
record Band(int smallest, int target, int largest) {

    static final Band USUAL = new Band(8, 12, 16);
    static final int LEAST = 2;
    static final int MOST = 24;

    Band {
        if (!holds(smallest, target, largest)) {
            throw new IllegalArgumentException("not a band: " + smallest + ", " + target + ", " + largest);
        }
    }

    static boolean holds(int smallest, int target, int largest) {
        return LEAST <= smallest && smallest <= target && target <= largest && largest <= MOST;
    }
}
