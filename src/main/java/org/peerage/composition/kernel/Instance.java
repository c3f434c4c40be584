package org.peerage.composition.kernel;

/// One benchmark problem: elements with pairwise values, groups with a least and a greatest load. Where every element
/// weighs 1 the load is the size (Maximally Diverse Grouping Problem); otherwise it is the sum of weights (Capacitated
/// Clustering Problem). The objective is the sum of the values of all pairs that share a group.
///
/// The search works on whole numbers ([#scaled]) so that millions of incremental steps leave no rounding behind; what
/// is reported is always summed again from the values as they were read ([#objective]).
final class Instance {

    private static final double BEYOND_CHANCE = 3;

    final String name;
    final int elements;
    final int groups;
    final double[] least;
    final double[] greatest;
    final double[] weights;
    final double[][] values;
    final int[][] scaled;
    final double scale;
    final boolean unitWeights;

    Instance(String name, double[] least, double[] greatest, double[] weights, double[][] values) {
        this.name = name;
        this.elements = weights.length;
        this.groups = least.length;
        this.least = least;
        this.greatest = greatest;
        this.weights = weights;
        this.values = values;
        boolean units = true;
        for (double weight : weights) {
            units &= weight == 1;
        }
        this.unitWeights = units;
        this.scale = scaleFor(values, mostInAGroup());
        this.scaled = new int[elements][elements];
        for (int i = 0; i < elements; i++) {
            for (int j = 0; j < elements; j++) {
                scaled[i][j] = (int) Math.round(values[i][j] * scale);
            }
        }
    }

    /// The sum of all pairs that share a group, from the values as they were read.
    double objective(int[] groupOf) {
        double sum = 0;
        for (int i = 0; i < elements; i++) {
            for (int j = i + 1; j < elements; j++) {
                if (groupOf[i] == groupOf[j]) {
                    sum += values[i][j];
                }
            }
        }
        return sum;
    }

    /// How far the values of pairs are from their mean (standard deviation).
    double spread() {
        double sum = 0;
        double squares = 0;
        for (double[] row : values) {
            for (double value : row) {
                sum += value;
                squares += value * value;
            }
        }
        double pairs = Math.max(1, (double) elements * (elements - 1));
        return Math.sqrt(Math.max(1e-9, squares / pairs - sum / pairs * (sum / pairs)));
    }

    /// Whether some elements are far from everybody and others near, as where values are distances: the means of the
    /// elements differ more than chance explains.
    boolean structured() {
        double all = 0;
        double[] mean = new double[elements];
        for (int i = 0; i < elements; i++) {
            for (double value : values[i]) {
                mean[i] += value / Math.max(1, elements - 1);
            }
            all += mean[i] / elements;
        }
        double apart = 0;
        for (double one : mean) {
            apart += (one - all) * (one - all) / elements;
        }
        return apart > BEYOND_CHANCE * spread() * spread() / elements;
    }

    /// How many elements a group can have.
    int mostInAGroup() {
        if (!unitWeights) {
            return elements;
        }
        double most = 1;
        for (double bound : greatest) {
            most = Math.max(most, bound);
        }
        return (int) Math.min(elements, most);
    }

    /// The smallest power of ten that makes all values whole, or else the largest that keeps four contributions and
    /// two values inside 31 bits.
    private static double scaleFor(double[][] values, int mostInAGroup) {
        double largest = 1e-9;
        for (double[] row : values) {
            for (double value : row) {
                largest = Math.max(largest, Math.abs(value));
            }
        }
        double limit = (1 << 28) / (largest * (mostInAGroup + 2));
        double scale = 1;
        while (scale * 10 <= limit && !whole(values, scale)) {
            scale *= 10;
        }
        return scale <= limit ? scale : limit;
    }

    private static boolean whole(double[][] values, double scale) {
        for (double[] row : values) {
            for (double value : row) {
                double scaled = value * scale;
                if (Math.abs(scaled - Math.rint(scaled)) > 1e-6) {
                    return false;
                }
            }
        }
        return true;
    }
}
