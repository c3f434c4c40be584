package org.peerage.composition.kernel;

/// Annealed acceptance over swaps and shifts. One sweep visits as many elements as there are, each with all of its
/// swaps: every partner has a random threshold of its own (the logarithm of a uniform number times the temperature,
/// which is the Metropolis rule), drawn in blocks of a table. A group in which nobody can pass, by what its members
/// gain at most and the lowest threshold of its block, is skipped at once; when it is cold that is nearly every group.
final class Annealing {

    private static final int BLOCKS = 128;

    private final Partition partition;
    private final Chance chance;
    private final float[] noise;
    private final int[] thresholds;
    private final int[] lowest;
    private final int[] zero;
    private final int block;
    /// The least value of any pair: a swap loses at least twice this, between the two who part from the other's group.
    private final int least;
    private long accepted;
    private long visited;

    Annealing(Partition partition, Chance chance) {
        this.partition = partition;
        this.chance = chance;
        Instance instance = partition.instance;
        this.block = Math.max(instance.mostInAGroup(), 2 * instance.groups / BLOCKS + 1);
        this.least = leastBetween(instance);
        this.noise = new float[BLOCKS * block];
        this.thresholds = new int[noise.length];
        this.lowest = new int[BLOCKS];
        this.zero = new int[noise.length];
        for (int k = 0; k < noise.length; k++) {
            noise[k] = (float) Math.log(1 - chance.unit());
        }
    }

    /// One sweep at a temperature (in scaled units); answers the accepted acts for each element visited.
    double sweep(double temperature) {
        for (int k = 0; k < noise.length; k++) {
            thresholds[k] = (int) (temperature * noise[k]);
        }
        for (int b = 0; b < BLOCKS; b++) {
            int low = 0;
            for (int k = b * block; k < (b + 1) * block; k++) {
                low = Math.min(low, thresholds[k]);
            }
            lowest[b] = low;
        }
        accepted = 0;
        visited = 0;
        int n = partition.instance.elements;
        for (int k = 0; k < n; k++) {
            visit(chance.below(n), thresholds, lowest);
        }
        return (double) accepted / visited;
    }

    /// Takes every improving swap and shift until there is none.
    void descend() {
        int n = partition.instance.elements;
        int quiet = 0;
        for (int i = 0; quiet < n; i = i + 1 == n ? 0 : i + 1) {
            long before = partition.objective();
            visit(i, zero, zero);
            quiet = partition.objective() > before ? 0 : quiet + 1;
        }
    }

    private void visit(int i, int[] limits, int[] lows) {
        visited++;
        shift(i, limits);
        int groups = partition.instance.groups;
        int a = partition.groupOf[i];
        int[] promised = partition.promise[a];
        int[][] contribution = partition.contribution;
        int bar = partition.own[i];
        int nearest = bar + 2 * least;
        int chosen = chance.below(BLOCKS);
        int start = chance.below(groups);
        for (int k = 0; k < groups; k++) {
            int b = start + k < groups ? start + k : start + k - groups;
            chosen = chosen + 1 & BLOCKS - 1;
            int before = contribution[b][i];
            if (before + promised[b] - nearest > lows[chosen]
                    && b != a
                    && swap(i, b, before - bar, limits, chosen * block)) {
                accepted++;
                return;
            }
        }
    }

    private boolean swap(int i, int b, int before, int[] limits, int offset) {
        int[] there = partition.contribution[partition.groupOf[i]];
        int[] row = partition.instance.scaled[i];
        int[] own = partition.own;
        int[] seated = partition.members[b];
        int count = partition.size[b];
        int start = chance.below(count);
        for (int k = 0; k < count; k++) {
            int j = seated[start + k < count ? start + k : start + k - count];
            if (before + there[j] - own[j] - 2 * row[j] > limits[offset + k] && partition.swapFits(i, j)) {
                partition.swap(i, j);
                return true;
            }
        }
        return false;
    }

    private void shift(int i, int[] limits) {
        int groups = partition.instance.groups;
        int from = partition.groupOf[i];
        Instance instance = partition.instance;
        if (partition.load[from] - instance.weights[i] < instance.least[from] - Partition.LOAD_TOLERANCE) {
            return;
        }
        int start = chance.below(groups);
        int offset = chance.below(limits.length - groups);
        for (int k = 0; k < groups; k++) {
            int to = start + k < groups ? start + k : start + k - groups;
            if (to != from && partition.shiftGain(i, to) > limits[offset + k] && partition.shiftFits(i, to)) {
                partition.shift(i, to);
                accepted++;
                return;
            }
        }
    }

    private static int leastBetween(Instance instance) {
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < instance.elements; i++) {
            for (int j = 0; j < i; j++) {
                least = Math.min(least, instance.scaled[i][j]);
            }
        }
        return least;
    }
}
