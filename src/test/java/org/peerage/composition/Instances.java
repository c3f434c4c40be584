package org.peerage.composition;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;

/// Benchmark instances for tests: generated ones, and the published ones where a folder of them is at hand
/// (`PEERAGE_MDGP`, or `../shared/data/mdgp` beside the project).
final class Instances {

    private Instances() {}

    /// Whole values from 0 to 100, uniform, as in the class RanInt.
    static Instance random(int elements, int groups, int least, int greatest, long seed) {
        Random random = new Random(seed);
        double[][] values = new double[elements][elements];
        for (int i = 0; i < elements; i++) {
            for (int j = 0; j < i; j++) {
                values[i][j] = random.nextInt(101);
                values[j][i] = values[i][j];
            }
        }
        double[] low = new double[groups];
        double[] high = new double[groups];
        double[] weights = new double[elements];
        Arrays.fill(low, least);
        Arrays.fill(high, greatest);
        Arrays.fill(weights, 1);
        return new Instance("random" + seed, low, high, weights, values);
    }

    static Path published(String path) {
        String folder = System.getenv().getOrDefault("PEERAGE_MDGP", "../shared/data/mdgp");
        Path file = Path.of(folder, path);
        Assumptions.assumeTrue(
                Files.exists(file), () -> file + " is not here; PEERAGE_MDGP names the folder of the instances");
        return file;
    }

    /// The objective and the bounds by other means than the engine's: groups as lists, loads summed anew.
    static double check(Instance instance, int[] groupOf) {
        double objective = 0;
        for (int g = 0; g < instance.groups; g++) {
            int group = g;
            int[] members = IntStream.range(0, groupOf.length)
                    .filter(i -> groupOf[i] == group)
                    .toArray();
            double load =
                    Arrays.stream(members).mapToDouble(i -> instance.weights[i]).sum();
            if (load < instance.least[g] - 1e-6 || load > instance.greatest[g] + 1e-6) {
                throw new AssertionError("group " + g + " holds " + load);
            }
            for (int x = 0; x < members.length; x++) {
                for (int y = x + 1; y < members.length; y++) {
                    objective += instance.values[members[x]][members[y]];
                }
            }
        }
        for (int group : groupOf) {
            if (group < 0 || group >= instance.groups) {
                throw new AssertionError("there is no group " + group);
            }
        }
        return objective;
    }
}
