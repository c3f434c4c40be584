package org.peerage.composition.kernel;

import java.util.Arrays;

/// A plain genetic algorithm for comparison, of the kind that people write for forming groups: a population of
/// partitions, parents by tournament, uniform crossing after which whoever has no seat left is dealt one, a few random
/// swaps, and the worst make room. Gains are computed the same fast way as in the search ([Partition]).
final class Evolution {

    private static final int POPULATION = 100;
    private static final int TOURNAMENT = 3;
    private static final double SWAPS = 0.02;

    private final Instance instance;
    private final Chance chance;

    Evolution(Instance instance, long seed) {
        this.instance = instance;
        this.chance = new Chance(seed);
    }

    int[] run(Budget budget) {
        int[][] population = new int[POPULATION][];
        long[] values = new long[POPULATION];
        Partition partition = new Partition(instance, new FirstSeating(instance, chance).seat());
        for (int k = 0; k < POPULATION; k++) {
            population[k] = new FirstSeating(instance, chance).seat();
            values[k] = valueOf(partition, population[k]);
        }
        int best = 0;
        while (!budget.over()) {
            int[] child = cross(population[tournament(values)], population[tournament(values)]);
            partition.become(child);
            mutate(partition);
            int worst = 0;
            for (int k = 0; k < POPULATION; k++) {
                worst = values[k] < values[worst] ? k : worst;
            }
            long value = partition.objective();
            if (value > values[worst] && Arrays.stream(values).noneMatch(known -> known == value)) {
                population[worst] = partition.groupOf.clone();
                values[worst] = value;
                best = value > values[best] ? worst : best;
            }
        }
        return population[best];
    }

    private static long valueOf(Partition partition, int[] groupOf) {
        partition.become(groupOf);
        return partition.objective();
    }

    private int tournament(long[] values) {
        int winner = chance.below(POPULATION);
        for (int k = 1; k < TOURNAMENT; k++) {
            int rival = chance.below(POPULATION);
            winner = values[rival] > values[winner] ? rival : winner;
        }
        return winner;
    }

    /// Each element sits where one of the parents has it while the group has a seat; the sizes are the first parent's.
    private int[] cross(int[] one, int[] other) {
        int[] seats = new int[instance.groups];
        for (int group : one) {
            seats[group]++;
        }
        int[] child = new int[instance.elements];
        Arrays.fill(child, -1);
        int[] order = new int[instance.elements];
        Arrays.setAll(order, i -> i);
        chance.shuffle(order, order.length);
        for (int i : order) {
            int wanted = chance.below(2) == 0 ? one[i] : other[i];
            int otherwise = wanted == one[i] ? other[i] : one[i];
            int group = seats[wanted] > 0 ? wanted : otherwise;
            if (seats[group] > 0) {
                child[i] = group;
                seats[group]--;
            }
        }
        int open = 0;
        for (int i : order) {
            if (child[i] < 0) {
                while (seats[open] == 0) {
                    open++;
                }
                child[i] = open;
                seats[open]--;
            }
        }
        return child;
    }

    private void mutate(Partition partition) {
        int swaps = 1 + chance.below((int) Math.max(1, SWAPS * instance.elements));
        for (int k = 0; k < swaps; k++) {
            int i = chance.below(instance.elements);
            int j = chance.below(instance.elements);
            if (partition.groupOf[i] != partition.groupOf[j]) {
                partition.swap(i, j);
            }
        }
        int i = chance.below(instance.elements);
        int to = chance.below(instance.groups);
        if (to != partition.groupOf[i] && partition.shiftFits(i, to)) {
            partition.shift(i, to);
        }
    }
}
