package org.peerage.composition.kernel;

import java.util.Arrays;
import java.util.function.DoubleConsumer;

/// Search for the best partition of an [Instance], on one thread: short anneals fill a small pool of elite partitions;
/// then pairs of them are crossed (what both agree on stays, the rest is dealt anew) and annealed again from a lower
/// temperature. Few elements whose values have no structure get many independent anneals instead, very many elements
/// one long one. The temperatures are measured, not guessed: a quick cooling finds where three in ten visits and where
/// three in a hundred still accept an act; between the two the partition freezes, and only there is time well spent.
/// `docs/decisions/0010` says what was compared.
final class PartitionSearch {

    private static final int POOL = 8;
    private static final double SHARE_OF_FIRST = 0.3;
    private static final double CHILD_LENGTH = 0.5;
    private static final double CHILD_START = 0.8;
    private static final int ANNEALS_THAT_GO_ON = 4;
    private static final int LEAST_POOL = 4;
    private static final int SWEEPS_OF_AN_ANNEAL = 1_500;
    private static final int MANY = 600;
    /// With few elements, and values without structure, a partition freezes as well in a short anneal as in a long
    /// one, two good ones have nothing in common, and only more attempts help. Among distances they have, and many
    /// pools of short anneals find more than one pool of long ones.
    private static final int FEW = 100;
    private static final int[] SWEEPS_FOR_FEW = {150, 300, 600};
    private static final double COLD_FOR_FEW = 0.7;
    private static final int SWEEPS_FOR_FEW_CROSSED = 300;
    private static final double HOT = 0.3;
    private static final double COLD = 0.03;
    private static final double COOLING = 0.97;
    private static final int SWEEPS_OF_A_STEP = 4;
    private static final int REPEATS_OF_A_SPENT_POOL = 24;

    private final Instance instance;
    private final Budget budget;
    private final Chance chance;
    private final DoubleConsumer better;
    private final Partition partition;
    private final Annealing annealing;
    private int[] best;
    private long bestObjective;
    private double hot;
    private double cold;
    private int shortAnneals;

    PartitionSearch(Instance instance, long seed, Budget budget, DoubleConsumer better) {
        this.instance = instance;
        this.budget = budget;
        this.chance = new Chance(seed);
        this.better = better;
        this.partition = new Partition(instance, new FirstSeating(instance, chance).seat());
        this.annealing = new Annealing(partition, chance);
        this.best = partition.groupOf.clone();
        this.bestObjective = partition.objective();
    }

    /// One group number for each element.
    int[] run() {
        if (instance.elements <= ExactPartition.ELEMENTS) {
            return ExactPartition.solve(instance);
        }
        if (instance.groups == 1) {
            return best.clone();
        }
        annealing.descend();
        keepIfBest();
        measureTemperatures();
        boolean startOver = instance.elements <= FEW && !instance.structured();
        while (!budget.over()) {
            if (startOver) {
                shortAnneal();
            } else {
                generation();
            }
        }
        return best.clone();
    }

    private void measureTemperatures() {
        double temperature =
                2 * instance.spread() * Math.sqrt((double) instance.elements / instance.groups) * instance.scale;
        double least = Math.max(temperature * 1e-5, 1e-3);
        int sweeps = instance.elements > 500 ? 1 : SWEEPS_OF_A_STEP;
        hot = 0;
        while (!budget.over()) {
            double acceptance = 0;
            for (int k = 0; k < sweeps; k++) {
                acceptance += sweep(temperature) / sweeps;
            }
            if (hot == 0 && acceptance < HOT) {
                hot = temperature;
            }
            if (acceptance < COLD || temperature < least) {
                break;
            }
            temperature *= COOLING;
        }
        cold = temperature;
        hot = Math.max(hot, cold);
        annealing.descend();
        keepIfBest();
    }

    /// How many anneals of a useful length the time left allows. The pace so far says it for many elements only: a cold
    /// machine is slow in its first second, and few elements need no more than that second to be measured.
    private int poolFor(double left) {
        double begun = budget.spent();
        double sweepsLeft = budget.counted() / Math.max(begun, 1e-9) * left;
        return instance.elements <= MANY
                ? POOL
                : (int) Math.min(POOL, sweepsLeft * SHARE_OF_FIRST / SWEEPS_OF_AN_ANNEAL);
    }

    /// One pool from its first anneals until it has nothing new to give, or the budget ends.
    private void generation() {
        double left = 1 - budget.spent();
        int pool = poolFor(left);
        if (pool < LEAST_POOL) {
            startAnew();
            anneal(hot, left);
            keepIfBest();
            return;
        }
        double length = left * SHARE_OF_FIRST / pool;
        int[][] elite = new int[pool][];
        long[] objectives = new long[pool];
        for (int k = 0; k < pool && !budget.over(); k++) {
            if (k % ANNEALS_THAT_GO_ON != 1) {
                startAnew();
            }
            annealIn(hot, 1, length);
            keepIfBest();
            elite[k] = partition.groupOf.clone();
            objectives[k] = partition.objective();
        }
        double childStart = cold * Math.pow(hot / cold, CHILD_START);
        int repeats = 0;
        while (!budget.over() && repeats < REPEATS_OF_A_SPENT_POOL) {
            int one = chance.below(pool);
            int other = chance.below(pool - 1);
            partition.become(cross(elite[one], elite[other < one ? other : other + 1]));
            annealIn(childStart, CHILD_LENGTH, length);
            keepIfBest();
            repeats = admit(elite, objectives) ? 0 : repeats + 1;
        }
    }

    private void shortAnneal() {
        double end = Math.max(cold, COLD_FOR_FEW * hot);
        int sweeps = SWEEPS_FOR_FEW[shortAnneals % SWEEPS_FOR_FEW.length];
        if (++shortAnneals % ANNEALS_THAT_GO_ON != 0) {
            startAnew();
        }
        cool(hot, end, sweeps);
        keepIfBest();
    }

    /// A part of an anneal's usual length, which is counted for few elements and a share of the budget for others.
    private void annealIn(double from, double part, double share) {
        if (instance.elements <= FEW) {
            cool(from, cold, (int) (part * SWEEPS_FOR_FEW_CROSSED));
        } else {
            anneal(from, part * share);
        }
    }

    private void cool(double from, double to, int sweeps) {
        for (int sweep = 0; sweep < sweeps && !budget.over(); sweep++) {
            sweep(from * Math.pow(to / from, (double) sweep / sweeps));
        }
        annealing.descend();
    }

    /// Most anneals start from the sizes that promise most, one in a few from where the last one ended: while it is
    /// hot, who sits where is forgotten, but the sizes hardly move.
    private void startAnew() {
        partition.become(new FirstSeating(instance, chance).seat());
    }

    /// In place of the worst, unless it is worse still or known already.
    private boolean admit(int[][] elite, long[] objectives) {
        int worst = 0;
        for (int k = 0; k < elite.length; k++) {
            if (objectives[k] == partition.objective()) {
                return false;
            }
            worst = objectives[k] < objectives[worst] ? k : worst;
        }
        if (partition.objective() < objectives[worst]) {
            return true;
        }
        objectives[worst] = partition.objective();
        elite[worst] = partition.groupOf.clone();
        return true;
    }

    private void anneal(double from, double share) {
        double begun = budget.spent();
        double along = 0;
        while (along < 1 && !budget.over()) {
            sweep(from * Math.pow(cold / from, along));
            along = share <= 0 ? 1 : (budget.spent() - begun) / share;
        }
        annealing.descend();
    }

    private double sweep(double temperature) {
        budget.step();
        return annealing.sweep(temperature);
    }

    private void keepIfBest() {
        if (partition.objective() > bestObjective) {
            bestObjective = partition.objective();
            best = partition.groupOf.clone();
            better.accept(bestObjective / instance.scale);
        }
    }

    /// The child keeps everyone on whom both parents agree, after their groups were paired by what they share; the
    /// seats of the others are dealt anew, so that the sizes of the first parent stay.
    private int[] cross(int[] one, int[] other) {
        int[] partner = pairUp(one, other);
        int n = instance.elements;
        int[] free = new int[n];
        int[] seats = new int[n];
        int count = 0;
        for (int i = 0; i < n; i++) {
            if (partner[one[i]] != other[i]) {
                free[count] = i;
                seats[count++] = one[i];
            }
        }
        chance.shuffle(seats, count);
        int[] child = one.clone();
        for (int k = 0; k < count; k++) {
            child[free[k]] = seats[k];
        }
        return instance.unitWeights || new Partition(instance, child).lawful() ? child : one.clone();
    }

    private int[] pairUp(int[] one, int[] other) {
        int groups = instance.groups;
        int[] shared = new int[groups * groups];
        for (int i = 0; i < instance.elements; i++) {
            shared[one[i] * groups + other[i]]++;
        }
        int[] partner = new int[groups];
        Arrays.fill(partner, -1);
        boolean[] taken = new boolean[groups];
        for (int k = 0; k < groups; k++) {
            int most = -1;
            int pair = 0;
            for (int p = 0; p < shared.length; p++) {
                if (shared[p] > most && partner[p / groups] < 0 && !taken[p % groups]) {
                    most = shared[p];
                    pair = p;
                }
            }
            partner[pair / groups] = pair % groups;
            taken[pair % groups] = true;
        }
        return partner;
    }
}
