package org.peerage.composition.search;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.peerage.composition.Criterion;
import org.peerage.composition.SizeLimits;

/// Who sits where, with what every group needs to answer the effect of a change at once: sums per criterion,
/// the sum of its pairs, how many of each kind. Groups that different threads hold never share an entry that is
/// written.
///
/// A group's quality is each member's mean fit with the others, on average (never the plain sum, which drives
/// groups to the limits of their size), lowered by members who are the only one of their kind and by being away
/// from the target size. The score of all groups is the power mean with exponent -2 over members, in which the
/// weakest counts most.
public final class SeatPlan {

    public static final int NOBODY = -1;
    static final double SIZE_WEIGHT = 0.1;
    static final double LEAST_QUALITY = 0.01;

    final Fit fit;
    final SizeLimits limits;
    final int groups;
    final int[] groupOf;
    final int[] size;
    final int[][] members;
    final int[] pairSum;
    private final int[] position;
    private final int[][] sums;
    private final int[][] doing;
    private final int[][] aiming;
    private final int[] aimless;
    private final int[][] kinds;
    private final int[] alone;

    public SeatPlan(Fit fit, SizeLimits limits, int groups) {
        this(fit, limits, groups, limits.most());
    }

    private SeatPlan(Fit fit, SizeLimits limits, int groups, int seats) {
        this.fit = fit;
        this.limits = limits;
        this.groups = groups;
        this.groupOf = new int[fit.people];
        Arrays.fill(groupOf, NOBODY);
        this.size = new int[groups];
        this.members = new int[groups][seats + 1];
        this.pairSum = new int[groups];
        this.position = new int[fit.people];
        this.sums = new int[groups][fit.width];
        this.doing = new int[groups][fit.topics];
        this.aiming = new int[groups][fit.topics];
        this.aimless = new int[groups];
        this.kinds = new int[groups][fit.kinds];
        this.alone = new int[groups];
    }

    /// Groups that already meet may be larger than the limits allow.
    static SeatPlan of(Fit fit, SizeLimits limits, int groups, int[] groupOf) {
        int[] sizes = new int[groups];
        Arrays.stream(groupOf).filter(g -> g != NOBODY).forEach(g -> sizes[g]++);
        int largest = Arrays.stream(sizes).max().orElse(0);
        SeatPlan seating = new SeatPlan(fit, limits, groups, Math.max(limits.most(), largest));
        for (int i = 0; i < groupOf.length; i++) {
            if (groupOf[i] != NOBODY) {
                seating.sit(i, groupOf[i]);
            }
        }
        return seating;
    }

    /// The sum of i's pairs with the members of g, itself left out.
    int worth(int i, int g) {
        int worth = 0;
        for (int c = 0; c < fit.code.length; c++) {
            worth += sums[g][fit.begins[c] + fit.code[c][i]];
        }
        boolean inside = groupOf[i] == g;
        worth += fit.pairBase * size[g];
        if (fit.topics > 0) {
            worth += competence(i, g);
        }
        for (int k = 0; k < fit.acquainted[i].length; k++) {
            if (groupOf[fit.acquainted[i][k]] == g) {
                worth += fit.acquaintedValue[i][k];
            }
        }
        return inside ? worth - fit.pair(i, i) : worth;
    }

    private int competence(int i, int g) {
        int whole = fit.weights.of(Criterion.COMPETENCE) * Fit.THOUSAND / 2;
        int worth = aimless[g] * (whole / 2);
        for (int topic : fit.does[i]) {
            worth += aiming[g][topic];
        }
        if (fit.aims[i].length == 0) {
            return worth + size[g] * (whole / 2);
        }
        int met = 0;
        for (int topic : fit.aims[i]) {
            met += doing[g][topic];
        }
        return worth + met * fit.aimWeight(i);
    }

    double quality(int g) {
        return quality(pairSum[g], size[g], alone[g]);
    }

    private double quality(int pairs, int size, int alone) {
        if (size < 2) {
            return LEAST_QUALITY;
        }
        double fitting = 2.0 * pairs / ((double) size * (size - 1)) / (fit.pairWeight * (double) Fit.THOUSAND);
        double quality = fitting;
        if (fit.kinds > 0) {
            int weight = fit.weights.of(Criterion.ALONE);
            quality = (fit.pairWeight * fitting + weight * (1 - (double) alone / size)) / (fit.pairWeight + weight);
        }
        return Math.max(LEAST_QUALITY, quality - SIZE_WEIGHT * limits.cost(size));
    }

    private static double energy(int size, double quality) {
        return size / (quality * quality);
    }

    double energy(int g) {
        return energy(size[g], quality(g));
    }

    double energy() {
        double sum = 0;
        for (int g = 0; g < groups; g++) {
            sum += size[g] == 0 ? 0 : energy(g);
        }
        return sum;
    }

    int seated() {
        return Arrays.stream(size).sum();
    }

    /// The groups that anybody sits in; the other numbers are free for groups to be opened.
    int[] used() {
        return IntStream.range(0, groups).filter(g -> size[g] > 0).toArray();
    }

    double score() {
        int seated = seated();
        return seated == 0 ? 0 : 1 / Math.sqrt(energy() / seated);
    }

    double sum() {
        double sum = 0;
        for (int g = 0; g < groups; g++) {
            sum += size[g] == 0 ? 0 : size[g] * quality(g);
        }
        return sum;
    }

    int[] waiting() {
        return IntStream.range(0, fit.people).filter(i -> groupOf[i] == NOBODY).toArray();
    }

    /// The quality of the weakest group that anybody sits in; 0 when nobody sits.
    double weakest() {
        double weakest = Double.POSITIVE_INFINITY;
        for (int g = 0; g < groups; g++) {
            weakest = size[g] > 0 ? Math.min(weakest, quality(g)) : weakest;
        }
        return weakest == Double.POSITIVE_INFINITY ? 0 : weakest;
    }

    /// What the energy changes by when i and j, of two groups, change places.
    double swapEnergy(int i, int j) {
        int a = groupOf[i];
        int b = groupOf[j];
        int between = fit.pair(i, j);
        int pairsA = pairSum[a] - worth(i, a) + worth(j, a) - between;
        int pairsB = pairSum[b] - worth(j, b) + worth(i, b) - between;
        int aloneA = alone[a];
        int aloneB = alone[b];
        if (fit.kinds > 0 && fit.kind[i] != fit.kind[j]) {
            aloneA += aloneAfter(a, fit.kind[i], -1) + aloneAfter(a, fit.kind[j], 1);
            aloneB += aloneAfter(b, fit.kind[j], -1) + aloneAfter(b, fit.kind[i], 1);
        }
        return energy(size[a], quality(pairsA, size[a], aloneA))
                + energy(size[b], quality(pairsB, size[b], aloneB))
                - energy(a)
                - energy(b);
    }

    /// What the energy changes by when i goes to another group.
    double shiftEnergy(int i, int to) {
        return leaveEnergy(i) + joinEnergy(i, to);
    }

    /// What the energy changes by when i leaves its group.
    double leaveEnergy(int i) {
        int from = groupOf[i];
        int pairs = pairSum[from] - worth(i, from);
        int left = alone[from] + (fit.kinds > 0 ? aloneAfter(from, fit.kind[i], -1) : 0);
        return energy(size[from] - 1, quality(pairs, size[from] - 1, left)) - energy(from);
    }

    /// What the energy changes by when i, who does not sit there, comes to a group.
    double joinEnergy(int i, int to) {
        return energy(size[to] + 1, qualityWith(i, to)) - energy(to);
    }

    /// A group's quality if somebody without a seat joined it.
    double qualityWith(int i, int g) {
        return quality(
                pairSum[g] + worth(i, g), size[g] + 1, alone[g] + (fit.kinds > 0 ? aloneAfter(g, fit.kind[i], 1) : 0));
    }

    private int aloneAfter(int g, int kind, int change) {
        if (kind < 0) {
            return 0;
        }
        int before = kinds[g][kind];
        return (before + change == 1 ? 1 : 0) - (before == 1 ? 1 : 0);
    }

    /// Whether i may sit with everyone of g, `leaving` not counted (which may be nobody).
    public boolean lawful(int i, int g, int leaving) {
        int[] seats = members[g];
        long common = fit.languages(i);
        for (int k = 0; k < size[g]; k++) {
            int other = seats[k];
            if (other != leaving && other != i) {
                common &= fit.languages(other);
                if (common == 0 || !fit.lawful(i, other)) {
                    return false;
                }
            }
        }
        return true;
    }

    public void sit(int i, int g) {
        int worth = worth(i, g);
        pairSum[g] += worth;
        groupOf[i] = g;
        position[i] = size[g];
        members[g][size[g]++] = i;
        change(i, g, 1);
    }

    void leave(int i) {
        int g = groupOf[i];
        pairSum[g] -= worth(i, g);
        int last = members[g][--size[g]];
        members[g][position[i]] = last;
        position[last] = position[i];
        groupOf[i] = NOBODY;
        change(i, g, -1);
    }

    void move(int i, int to) {
        leave(i);
        sit(i, to);
    }

    void swap(int i, int j) {
        int a = groupOf[i];
        int b = groupOf[j];
        leave(i);
        leave(j);
        sit(i, b);
        sit(j, a);
    }

    /// Everybody takes the seat that these numbers say, or none.
    void become(int[] wanted) {
        for (int i = 0; i < wanted.length; i++) {
            if (groupOf[i] != NOBODY && groupOf[i] != wanted[i]) {
                leave(i);
            }
        }
        for (int i = 0; i < wanted.length; i++) {
            if (wanted[i] != NOBODY && groupOf[i] == NOBODY) {
                sit(i, wanted[i]);
            }
        }
    }

    private void change(int i, int g, int sign) {
        int[] row = sums[g];
        for (int c = 0; c < fit.code.length; c++) {
            int[] values = fit.table[c][fit.code[c][i]];
            int begin = fit.begins[c];
            for (int v = 0; v < values.length; v++) {
                row[begin + v] += sign * values[v];
            }
        }
        if (fit.topics > 0) {
            for (int topic : fit.does[i]) {
                doing[g][topic] += sign;
            }
            for (int topic : fit.aims[i]) {
                aiming[g][topic] += sign * fit.aimWeight(i);
            }
            aimless[g] += fit.aims[i].length == 0 ? sign : 0;
        }
        if (fit.kinds > 0 && fit.kind[i] >= 0) {
            alone[g] += aloneAfter(g, fit.kind[i], sign);
            kinds[g][fit.kind[i]] += sign;
        }
    }
}
