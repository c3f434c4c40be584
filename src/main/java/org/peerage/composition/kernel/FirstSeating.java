package org.peerage.composition.kernel;

import java.util.Arrays;

/// A lawful partition to start from. With sizes to choose, the sizes matter more than who sits where, and single shifts
/// cannot repair a bad choice (every step between two good size vectors loses): so the sizes are chosen first, by
/// dynamic programming over the expected value of a group of each size.
final class FirstSeating {

    private static final int REPAIRS = 400_000;

    private final Instance instance;
    private final Chance chance;

    FirstSeating(Instance instance, Chance chance) {
        this.instance = instance;
        this.chance = chance;
    }

    int[] seat() {
        return instance.unitWeights ? bySizes(sizes()) : byLoads();
    }

    /// The sizes with the highest expected total: mean value for each pair, and what choosing well adds, which grows
    /// with the spread of the values and with size to the power of one and a half.
    int[] sizes() {
        int n = instance.elements;
        double mean = 0;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                mean += instance.values[i][j];
                squares += instance.values[i][j] * instance.values[i][j];
            }
        }
        double pairs = Math.max(1, (double) n * (n - 1));
        mean /= pairs;
        double spread = Math.sqrt(Math.max(0, squares / pairs - mean * mean));
        double[][] best = new double[instance.groups + 1][n + 1];
        int[][] chosen = new int[instance.groups + 1][n + 1];
        for (double[] row : best) {
            Arrays.fill(row, Double.NEGATIVE_INFINITY);
        }
        best[0][0] = 0;
        for (int g = 0; g < instance.groups; g++) {
            int least = (int) Math.ceil(instance.least[g]);
            int greatest = (int) Math.floor(instance.greatest[g]);
            for (int seated = 0; seated <= n; seated++) {
                for (int size = least; size <= greatest && seated + size <= n; size++) {
                    double value = best[g][seated] + mean * size * (size - 1) / 2 + spread * Math.pow(size, 1.5);
                    if (value > best[g + 1][seated + size]) {
                        best[g + 1][seated + size] = value;
                        chosen[g + 1][seated + size] = size;
                    }
                }
            }
        }
        if (best[instance.groups][n] == Double.NEGATIVE_INFINITY) {
            throw new InputRefused("Impossible sizes in " + instance.name + ": " + n + " elements do not fit "
                    + instance.groups + " groups of "
                    + (long) Arrays.stream(instance.least).sum() + " to "
                    + (long) Arrays.stream(instance.greatest).sum() + " seats in all.");
        }
        int[] sizes = new int[instance.groups];
        int left = n;
        for (int g = instance.groups; g > 0; g--) {
            sizes[g - 1] = chosen[g][left];
            left -= sizes[g - 1];
        }
        return sizes;
    }

    private int[] bySizes(int[] sizes) {
        int[] order = order();
        int[] groupOf = new int[instance.elements];
        int at = 0;
        for (int g = 0; g < sizes.length; g++) {
            for (int k = 0; k < sizes[g]; k++) {
                groupOf[order[at++]] = g;
            }
        }
        return groupOf;
    }

    /// Heaviest first into the emptiest group, then shifts and swaps that lessen what is over or under the bounds.
    private int[] byLoads() {
        int n = instance.elements;
        Integer[] order = new Integer[n];
        int[] random = order();
        for (int i = 0; i < n; i++) {
            order[i] = random[i];
        }
        Arrays.sort(order, (x, y) -> Double.compare(instance.weights[y], instance.weights[x]));
        int[] groupOf = new int[n];
        double[] load = new double[instance.groups];
        for (int i : order) {
            int emptiest = 0;
            for (int g = 1; g < instance.groups; g++) {
                if (instance.greatest[g] - load[g] > instance.greatest[emptiest] - load[emptiest]) {
                    emptiest = g;
                }
            }
            groupOf[i] = emptiest;
            load[emptiest] += instance.weights[i];
        }
        repair(groupOf, load);
        return groupOf;
    }

    private void repair(int[] groupOf, double[] load) {
        int n = instance.elements;
        for (int step = 0; excess(load) > Partition.LOAD_TOLERANCE; step++) {
            if (step == REPAIRS) {
                throw new InputRefused(
                        "No partition of " + instance.name + " was found that keeps every group inside its"
                                + " bounds; the weights add up to "
                                + (long) Arrays.stream(instance.weights).sum()
                                + ", the groups hold at most "
                                + (long) Arrays.stream(instance.greatest).sum() + ".");
            }
            int i = chance.below(n);
            int a = groupOf[i];
            int j = chance.below(2 * n);
            int b = j < n ? groupOf[j] : chance.below(instance.groups);
            double moved = instance.weights[i] - (j < n ? instance.weights[j] : 0);
            if (a == b) {
                continue;
            }
            double before = excess(a, load[a]) + excess(b, load[b]);
            double after = excess(a, load[a] - moved) + excess(b, load[b] + moved);
            if (after <= before || chance.below(200) == 0) {
                load[a] -= moved;
                load[b] += moved;
                groupOf[i] = b;
                if (j < n) {
                    groupOf[j] = a;
                }
            }
        }
    }

    private double excess(double[] load) {
        double sum = 0;
        for (int g = 0; g < load.length; g++) {
            sum += excess(g, load[g]);
        }
        return sum;
    }

    private double excess(int g, double load) {
        return Math.max(0, load - instance.greatest[g]) + Math.max(0, instance.least[g] - load);
    }

    private int[] order() {
        int[] order = new int[instance.elements];
        Arrays.setAll(order, i -> i);
        chance.shuffle(order, order.length);
        return order;
    }
}
