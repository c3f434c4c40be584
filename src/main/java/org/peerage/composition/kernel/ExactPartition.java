package org.peerage.composition.kernel;

import java.util.Arrays;

/// The proven best partition of few elements, by dynamic programming over subsets: `best[mask]` is the best value of
/// seating exactly `mask` in the first groups. 3^n steps for each group, so it is used up to [#ELEMENTS] elements.
final class ExactPartition {

    static final int ELEMENTS = 12;

    private ExactPartition() {}

    /// One group number for each element.
    static int[] solve(Instance instance) {
        int n = instance.elements;
        int all = 1 << n;
        double[] value = new double[all];
        double[] load = new double[all];
        for (int mask = 1; mask < all; mask++) {
            int last = 31 - Integer.numberOfLeadingZeros(mask);
            int rest = mask ^ (1 << last);
            value[mask] = value[rest];
            load[mask] = load[rest] + instance.weights[last];
            for (int i = 0; i < last; i++) {
                if (((rest >> i) & 1) == 1) {
                    value[mask] += instance.values[last][i];
                }
            }
        }
        double[] best = new double[all];
        Arrays.fill(best, Double.NEGATIVE_INFINITY);
        best[0] = 0;
        int[][] chosen = new int[instance.groups][all];
        for (int g = 0; g < instance.groups; g++) {
            double[] with = new double[all];
            Arrays.fill(with, Double.NEGATIVE_INFINITY);
            for (int mask = 0; mask < all; mask++) {
                for (int own = mask; ; own = (own - 1) & mask) {
                    double before = best[mask ^ own];
                    if (load[own] >= instance.least[g] - Partition.LOAD_TOLERANCE
                            && load[own] <= instance.greatest[g] + Partition.LOAD_TOLERANCE
                            && before + value[own] > with[mask]) {
                        with[mask] = before + value[own];
                        chosen[g][mask] = own;
                    }
                    if (own == 0) {
                        break;
                    }
                }
            }
            best = with;
        }
        if (best[all - 1] == Double.NEGATIVE_INFINITY) {
            throw new InputRefused("No partition of " + instance.name + " keeps every group inside its bounds.");
        }
        int[] groupOf = new int[n];
        int left = all - 1;
        for (int g = instance.groups - 1; g >= 0; g--) {
            int own = chosen[g][left];
            for (int i = 0; i < n; i++) {
                if (((own >> i) & 1) == 1) {
                    groupOf[i] = g;
                }
            }
            left ^= own;
        }
        return groupOf;
    }
}
