package org.peerage.composition.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartitionSearchTests {

    private static final double BEST_OF_THIRTY = 5_894;

    @TempDir
    Path folder;

    @Test
    void theSameSeedAndStepsGiveTheSameAnswer() {
        Instance instance = Instances.random(40, 5, 6, 10, 3);
        int[] one = search(instance, 5, 3_000);
        int[] again = search(instance, 5, 3_000);
        assertThat(one).isEqualTo(again);
    }

    @Test
    void everyAnswerKeepsItsBounds() {
        for (long seed = 1; seed <= 5; seed++) {
            Instance instance = Instances.random(33, 4, 6, 11, seed);
            int[] answer = search(instance, seed, 500);
            assertThat(Instances.check(instance, answer)).isEqualTo(instance.objective(answer));
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 3, 5", "2, 2, 6", "3, 4, 4", "4, 1, 8"})
    void fewElementsAreProvedAndNothingBeatsTheProof(long seed, int least, int greatest) {
        Instance instance = Instances.random(8, 2, least, greatest, seed);
        double proven = Instances.check(instance, ExactPartition.solve(instance));
        assertThat(proven).isEqualTo(byTryingAll(instance));
    }

    @Test
    void sizesThatNobodyCanFillAreRefusedInASentence() {
        Instance tooFew = Instances.random(30, 5, 7, 9, 1);
        assertThatThrownBy(() -> search(tooFew, 1, 10))
                .isInstanceOf(InputRefused.class)
                .hasMessageContaining("30 elements do not fit 5 groups of 35 to 45 seats");
        Instance proven = Instances.random(9, 2, 5, 9, 1);
        assertThatThrownBy(() -> search(proven, 1, 10)).isInstanceOf(InputRefused.class);
    }

    @Test
    void differentSizesAreChosenByWhatTheyPromise() {
        Instance instance = Instances.random(40, 4, 5, 15, 2);
        int[] sizes = new FirstSeating(instance, new Chance(1)).sizes();
        assertThat(Arrays.stream(sizes).sorted().toArray()).containsExactly(5, 5, 15, 15);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void instancesAsTheyArePublishedAreReadAndTheirOptimaMet(long seed) throws IOException {
        for (Instance made : List.of(Instances.real(10, 2, 2, seed), Instances.geo(10, 2, 3, seed))) {
            Path file = Instances.gzipped(folder.resolve(made.name + ".txt.gz"), Instances.asPairs(made));
            Instance instance = InstanceFile.read(file, "mdgplib");
            assertThat(instance.values).isDeepEqualTo(made.values);
            assertThat(Instances.check(instance, search(instance, 1, 1))).isCloseTo(byTryingAll(made), within(1e-6));
        }
    }

    /// Too many for a proof; the reference is what ten long searches from ten seeds agree on.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void anySeedFindsTheBestThatIsKnownOfThirtyElements(long seed) {
        Instance instance = Instances.random(30, 5, 4, 8, 11);
        assertThat(Instances.check(instance, search(instance, seed, 30_000))).isEqualTo(BEST_OF_THIRTY);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void distancesHaveStructureAndRandomValuesHaveNone(long seed) {
        assertThat(Instances.geo(30, 5, 3, seed).structured()).isTrue();
        assertThat(Instances.geo(60, 6, 3, seed).structured()).isTrue();
        assertThat(Instances.real(30, 5, 3, seed).structured()).isFalse();
        assertThat(Instances.random(60, 6, 7, 13, seed).structured()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"40, 4, 1", "60, 6, 2", "25, 12, 3"})
    void groupsOfWeightedNodesKeepTheirCapacity(int elements, int groups, long seed) throws IOException {
        Instance made = Instances.weighted(elements, groups, seed);
        Path pairs = Files.writeString(folder.resolve("pairs"), Instances.asPairs(made));
        Path matrix = Files.writeString(folder.resolve("matrix"), Instances.asMatrix(made));
        for (Path file : List.of(pairs, matrix)) {
            Instance instance = InstanceFile.read(file, "ccp");
            assertThat(instance.weights).isEqualTo(made.weights);
            assertThat(instance.greatest).isEqualTo(made.greatest);
            int[] answer = search(instance, 1, 100);
            assertThat(Instances.check(instance, answer)).isEqualTo(instance.objective(answer));
        }
    }

    private static int[] search(Instance instance, long seed, long sweeps) {
        return new PartitionSearch(instance, seed, Budget.ofSteps(sweeps, () -> false), better -> {}).run();
    }

    private static double byTryingAll(Instance instance) {
        double best = Double.NEGATIVE_INFINITY;
        int[] groupOf = new int[instance.elements];
        for (int mask = 0; mask < (1 << instance.elements); mask++) {
            for (int i = 0; i < groupOf.length; i++) {
                groupOf[i] = (mask >> i) & 1;
            }
            int ones = Integer.bitCount(mask);
            if (ones >= instance.least[1]
                    && ones <= instance.greatest[1]
                    && groupOf.length - ones >= instance.least[0]
                    && groupOf.length - ones <= instance.greatest[0]) {
                best = Math.max(best, instance.objective(groupOf));
            }
        }
        return best;
    }
}
