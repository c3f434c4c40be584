package org.peerage.composition;

/// Annealed acceptance over swaps and shifts. One sweep visits as many elements as there are, each with all of its
/// swaps at once: the gain of every swap of one element is arithmetic over whole rows, compared with one random
/// threshold for each partner (the logarithm of a uniform number times the temperature, which is the Metropolis rule).
/// Only when some partner passes is the row walked again to find it.
final class Annealing {

    private static final int THRESHOLDS = 1024;

    private final Partition partition;
    private final Chance chance;
    private final float[] noise;
    private final int[] thresholds;
    private final int[] zero;
    private final int[] fromGroup;
    private final int[] fromOwner;
    private long accepted;
    private long visited;

    Annealing(Partition partition, Chance chance) {
        this.partition = partition;
        this.chance = chance;
        int n = partition.instance.elements;
        this.noise = new float[THRESHOLDS + n];
        this.thresholds = new int[noise.length];
        this.zero = new int[noise.length];
        this.fromGroup = new int[partition.instance.groups];
        this.fromOwner = new int[n];
        for (int k = 0; k < noise.length; k++) {
            noise[k] = (float) Math.log(1 - chance.unit());
        }
    }

    /// One sweep at a temperature (in scaled units); answers the accepted acts for each element visited.
    double sweep(double temperature) {
        for (int k = 0; k < noise.length; k++) {
            thresholds[k] = (int) (temperature * noise[k]);
        }
        accepted = 0;
        visited = 0;
        int n = partition.instance.elements;
        for (int k = 0; k < n; k++) {
            visit(chance.below(n), thresholds);
        }
        return (double) accepted / visited;
    }

    /// Takes every improving swap and shift until there is none.
    void descend() {
        int n = partition.instance.elements;
        int quiet = 0;
        for (int i = 0; quiet < n; i = i + 1 == n ? 0 : i + 1) {
            long before = partition.objective();
            visit(i, zero);
            quiet = partition.objective() > before ? 0 : quiet + 1;
        }
    }

    private void visit(int i, int[] limits) {
        visited++;
        shift(i, limits);
        Instance instance = partition.instance;
        int n = instance.elements;
        for (int g = 0; g < fromGroup.length; g++) {
            fromGroup[g] = partition.contribution[g][i];
        }
        spread(fromGroup, partition.groupOf, fromOwner, n);
        int offset = chance.below(THRESHOLDS);
        int[] there = partition.contribution[partition.groupOf[i]];
        int bar = partition.own[i];
        int[] row = instance.scaled[i];
        if (highest(fromOwner, there, partition.own, row, limits, offset, n) <= bar) {
            return;
        }
        int start = chance.below(n);
        if (!take(i, start, n, limits, offset, bar)) {
            take(i, 0, start, limits, offset, bar);
        }
    }

    private void shift(int i, int[] limits) {
        int groups = fromGroup.length;
        int from = partition.groupOf[i];
        Instance instance = partition.instance;
        if (partition.load[from] - instance.weights[i] < instance.least[from] - Partition.LOAD_TOLERANCE) {
            return;
        }
        int start = chance.below(groups);
        for (int k = 0; k < groups; k++) {
            int to = start + k < groups ? start + k : start + k - groups;
            if (to != from
                    && partition.shiftGain(i, to) > limits[chance.below(THRESHOLDS)]
                    && partition.shiftFits(i, to)) {
                partition.shift(i, to);
                accepted++;
                return;
            }
        }
    }

    private boolean take(int i, int start, int end, int[] limits, int offset, int bar) {
        int a = partition.groupOf[i];
        int[] there = partition.contribution[a];
        int[] row = partition.instance.scaled[i];
        int[] own = partition.own;
        int[] groupOf = partition.groupOf;
        for (int j = start; j < end; j++) {
            if (fromOwner[j] + there[j] - own[j] - 2 * row[j] - limits[offset + j] > bar
                    && groupOf[j] != a
                    && partition.swapFits(i, j)) {
                partition.swap(i, j);
                accepted++;
                return true;
            }
        }
        return false;
    }

    private static void spread(int[] fromGroup, int[] groupOf, int[] fromOwner, int n) {
        for (int j = 0; j < n; j++) {
            fromOwner[j] = fromGroup[groupOf[j]];
        }
    }

    private static int highest(int[] fromOwner, int[] there, int[] own, int[] row, int[] limits, int offset, int n) {
        int highest = Integer.MIN_VALUE;
        for (int j = 0; j < n; j++) {
            highest = Math.max(highest, fromOwner[j] + there[j] - own[j] - 2 * row[j] - limits[offset + j]);
        }
        return highest;
    }
}
