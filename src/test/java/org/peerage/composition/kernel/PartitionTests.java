package org.peerage.composition.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PartitionTests {

    private final Instance instance = Instances.random(30, 4, 5, 10, 7);
    private final Chance chance = new Chance(7);

    @Test
    void everyGainIsWhatTheObjectiveThenChangesBy() {
        Partition partition = new Partition(instance, new FirstSeating(instance, chance).seat());
        int shifts = 0;
        for (int k = 0; k < 2_000; k++) {
            int i = chance.below(30);
            int j = chance.below(30);
            int to = chance.below(4);
            long before = partition.objective();
            if (k % 2 == 0 && partition.groupOf[i] != partition.groupOf[j]) {
                int gain = partition.swapGain(i, j);
                partition.swap(i, j);
                assertThat(partition.objective() - before).isEqualTo(gain);
            } else if (partition.groupOf[i] != to && partition.shiftFits(i, to)) {
                int gain = partition.shiftGain(i, to);
                partition.shift(i, to);
                shifts++;
                assertThat(partition.objective() - before).isEqualTo(gain);
            }
            assertThat(partition.objective() / instance.scale).isEqualTo(Instances.check(instance, partition.groupOf));
        }
        assertThat(shifts).isPositive();
    }

    @Test
    void aGroupAtItsLeastGivesNobodyAwayAndOneAtItsGreatestTakesNobody() {
        Instance tight = Instances.random(6, 2, 2, 4, 1);
        Partition partition = new Partition(tight, new int[] {0, 0, 1, 1, 1, 1});
        assertThat(partition.shiftFits(0, 1)).isFalse();
        assertThat(partition.shiftFits(2, 0)).isTrue();
        partition.shift(2, 0);
        assertThat(partition.shiftFits(3, 0)).isTrue();
        partition.shift(3, 0);
        assertThat(partition.shiftFits(4, 0)).isFalse();
    }

    /// What the search skips whole groups by.
    @Test
    void aPromiseIsTheMostThatAnyMemberWouldGainByChangingGroups() {
        Partition partition = new Partition(instance, new FirstSeating(instance, chance).seat());
        for (int k = 0; k < 300; k++) {
            int i = chance.below(30);
            int j = chance.below(30);
            int to = chance.below(4);
            if (partition.groupOf[i] != partition.groupOf[j]) {
                partition.swap(i, j);
            }
            if (partition.groupOf[i] != to && partition.shiftFits(i, to)) {
                partition.shift(i, to);
            }
            for (int a = 0; a < 4; a++) {
                for (int b = 0; b < 4; b++) {
                    int group = b;
                    int wanted = a;
                    assertThat(partition.promise[a][b])
                            .isEqualTo(IntStream.range(0, 30)
                                    .filter(m -> partition.groupOf[m] == group)
                                    .map(m -> partition.shiftGain(m, wanted))
                                    .max()
                                    .orElseThrow());
                }
            }
        }
    }

    @Test
    void descentLeavesNoImprovingSwapOrShift() {
        Partition partition = new Partition(instance, new FirstSeating(instance, chance).seat());
        new Annealing(partition, chance).descend();
        for (int i = 0; i < 30; i++) {
            for (int j = 0; j < 30; j++) {
                if (partition.groupOf[i] != partition.groupOf[j]) {
                    assertThat(partition.swapGain(i, j)).isLessThanOrEqualTo(0);
                }
            }
            for (int g = 0; g < 4; g++) {
                if (g != partition.groupOf[i] && partition.shiftFits(i, g)) {
                    assertThat(partition.shiftGain(i, g)).isLessThanOrEqualTo(0);
                }
            }
        }
    }
}
