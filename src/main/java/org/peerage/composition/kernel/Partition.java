package org.peerage.composition.kernel;

/// A partition under search. `contribution[g][i]` is the sum of element i's values with the members of group g, for
/// every group, the own one included: with it the effect of any swap or shift is five reads. It is kept by adding and
/// taking away whole rows when an act is accepted; those loops run over plain arrays at one index, which the compiler
/// turns into vector instructions (an offset into one flat array would stop it from doing so).
final class Partition {

    /// Loads that are sums of decimal weights may differ from a bound in the last digits.
    static final double LOAD_TOLERANCE = 1e-6;

    /// Less than any gain, and far enough from the limit of its type to be added to.
    private static final int NOTHING = Integer.MIN_VALUE / 2;

    final Instance instance;
    final int[] groupOf;
    final int[][] contribution;
    /// `contribution[groupOf[i]][i]`, side by side.
    final int[] own;
    final int[] size;
    final double[] load;
    final int[][] members;
    /// `promise[a][b]` is the most that any member of group b would gain by sitting in group a instead. No swap between
    /// the two gives more than this and what its other half gains, so most groups need not be looked at one by one.
    final int[][] promise;
    private final int[] position;
    private long objective;

    Partition(Instance instance, int[] groupOf) {
        this.instance = instance;
        int n = instance.elements;
        this.groupOf = new int[n];
        this.contribution = new int[instance.groups][n];
        this.own = new int[n];
        this.size = new int[instance.groups];
        this.load = new double[instance.groups];
        this.members = new int[instance.groups][n];
        this.promise = new int[instance.groups][instance.groups];
        this.position = new int[n];
        become(groupOf);
    }

    /// Takes over another partition, from scratch.
    void become(int[] groups) {
        int n = instance.elements;
        System.arraycopy(groups, 0, groupOf, 0, n);
        for (int g = 0; g < instance.groups; g++) {
            size[g] = 0;
            load[g] = 0;
            java.util.Arrays.fill(contribution[g], 0);
        }
        for (int i = 0; i < n; i++) {
            int g = groupOf[i];
            position[i] = size[g];
            members[g][size[g]++] = i;
            load[g] += instance.weights[i];
            add(contribution[g], instance.scaled[i], n);
        }
        long twice = 0;
        for (int i = 0; i < n; i++) {
            own[i] = contribution[groupOf[i]][i];
            twice += own[i];
        }
        objective = twice / 2;
        for (int g = 0; g < instance.groups; g++) {
            promiseTo(g);
        }
    }

    /// In scaled whole numbers.
    long objective() {
        return objective;
    }

    int shiftGain(int i, int to) {
        return contribution[to][i] - own[i];
    }

    int swapGain(int i, int j) {
        return contribution[groupOf[j]][i] - own[i] + contribution[groupOf[i]][j] - own[j] - 2 * instance.scaled[i][j];
    }

    boolean shiftFits(int i, int to) {
        int from = groupOf[i];
        double weight = instance.weights[i];
        return load[from] - weight >= instance.least[from] - LOAD_TOLERANCE
                && load[to] + weight <= instance.greatest[to] + LOAD_TOLERANCE;
    }

    boolean swapFits(int i, int j) {
        if (instance.unitWeights) {
            return true;
        }
        int a = groupOf[i];
        int b = groupOf[j];
        double more = instance.weights[j] - instance.weights[i];
        return inside(a, load[a] + more) && inside(b, load[b] - more);
    }

    /// Whether every group keeps its bounds.
    boolean lawful() {
        for (int g = 0; g < instance.groups; g++) {
            if (!inside(g, load[g])) {
                return false;
            }
        }
        return true;
    }

    void shift(int i, int to) {
        objective += shiftGain(i, to);
        int from = groupOf[i];
        carry(i, from, to);
        refreshOwn(from);
        refreshOwn(to);
        refreshPromises(from, to);
    }

    void swap(int i, int j) {
        objective += swapGain(i, j);
        int a = groupOf[i];
        int b = groupOf[j];
        replace(contribution[a], instance.scaled[i], instance.scaled[j], instance.elements);
        replace(contribution[b], instance.scaled[j], instance.scaled[i], instance.elements);
        members[a][position[i]] = j;
        members[b][position[j]] = i;
        int kept = position[i];
        position[i] = position[j];
        position[j] = kept;
        double more = instance.weights[j] - instance.weights[i];
        load[a] += more;
        load[b] -= more;
        groupOf[i] = b;
        groupOf[j] = a;
        refreshOwn(a);
        refreshOwn(b);
        refreshPromises(a, b);
    }

    private boolean inside(int g, double wanted) {
        return wanted >= instance.least[g] - LOAD_TOLERANCE && wanted <= instance.greatest[g] + LOAD_TOLERANCE;
    }

    private void carry(int i, int from, int to) {
        int n = instance.elements;
        subtract(contribution[from], instance.scaled[i], n);
        add(contribution[to], instance.scaled[i], n);
        int last = members[from][--size[from]];
        members[from][position[i]] = last;
        position[last] = position[i];
        position[i] = size[to];
        members[to][size[to]++] = i;
        load[from] -= instance.weights[i];
        load[to] += instance.weights[i];
        groupOf[i] = to;
    }

    private void refreshOwn(int g) {
        int[] row = contribution[g];
        int[] seated = members[g];
        for (int k = 0; k < size[g]; k++) {
            own[seated[k]] = row[seated[k]];
        }
    }

    private void refreshPromises(int a, int b) {
        promiseTo(a);
        promiseTo(b);
        for (int g = 0; g < instance.groups; g++) {
            if (g != a && g != b) {
                promise[g][a] = most(g, a);
                promise[g][b] = most(g, b);
            }
        }
    }

    private void promiseTo(int a) {
        int[] promised = promise[a];
        for (int b = 0; b < promised.length; b++) {
            promised[b] = most(a, b);
        }
    }

    private int most(int a, int b) {
        int[] row = contribution[a];
        int[] seated = members[b];
        int most = NOTHING;
        for (int k = 0; k < size[b]; k++) {
            int j = seated[k];
            most = Math.max(most, row[j] - own[j]);
        }
        return most;
    }

    private static void replace(int[] row, int[] old, int[] fresh, int n) {
        for (int k = 0; k < n; k++) {
            row[k] += fresh[k] - old[k];
        }
    }

    private static void add(int[] to, int[] row, int n) {
        for (int j = 0; j < n; j++) {
            to[j] += row[j];
        }
    }

    private static void subtract(int[] from, int[] row, int n) {
        for (int j = 0; j < n; j++) {
            from[j] -= row[j];
        }
    }
}
