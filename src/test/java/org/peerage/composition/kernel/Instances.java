package org.peerage.composition.kernel;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/// Benchmark instances for tests. The published ones state no licence and are not part of the project, so these are
/// generated after the description of their classes, with a seed, and written the way those are.
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

    /// Real values with three decimals from 0 to 100, sizes around the mean, as in the class RanReal.
    static Instance real(int elements, int groups, int more, long seed) {
        Random random = new Random(seed);
        double[][] values = new double[elements][elements];
        for (int i = 0; i < elements; i++) {
            for (int j = 0; j < i; j++) {
                values[i][j] = random.nextInt(100_001) / 1_000.0;
                values[j][i] = values[i][j];
            }
        }
        return sized("real" + seed, elements, groups, more, random, values);
    }

    /// Distances of points in a cube of 100, rounded to three decimals, as in the class Geo.
    static Instance geo(int elements, int groups, int more, long seed) {
        Random random = new Random(seed);
        int dimensions = 2 + random.nextInt(20);
        double[][] points = new double[elements][dimensions];
        double[][] values = new double[elements][elements];
        for (int i = 0; i < elements; i++) {
            Arrays.setAll(points[i], d -> 100 * random.nextDouble());
            for (int j = 0; j < i; j++) {
                double squares = 0;
                for (int d = 0; d < dimensions; d++) {
                    squares += Math.pow(points[i][d] - points[j][d], 2);
                }
                values[i][j] = Math.round(1_000 * Math.sqrt(squares)) / 1_000.0;
                values[j][i] = values[i][j];
            }
        }
        return sized("geo" + seed, elements, groups, more, random, values);
    }

    /// Weights from 1 to 10 and groups that each hold half as much again as an equal share.
    static Instance weighted(int elements, int groups, long seed) {
        Random random = new Random(seed);
        Instance plain = random(elements, groups, 0, elements, seed);
        double[] weights = new double[elements];
        Arrays.setAll(weights, i -> 1 + random.nextInt(10));
        double[] most = new double[groups];
        Arrays.fill(most, Math.ceil(1.5 * Arrays.stream(weights).sum() / groups));
        return new Instance("weighted" + seed, new double[groups], most, weights, plain.values);
    }

    private static Instance sized(String name, int elements, int groups, int more, Random random, double[][] values) {
        double[] low = new double[groups];
        double[] high = new double[groups];
        double[] weights = new double[elements];
        Arrays.setAll(low, g -> Math.max(1, elements / groups - random.nextInt(more + 1)));
        Arrays.setAll(high, g -> (elements + groups - 1) / groups + random.nextInt(more + 1));
        Arrays.fill(weights, 1);
        return new Instance(name, low, high, weights, values);
    }

    /// As the published instances are written: bounds on the first line, weights where they differ, then pairs.
    static String asPairs(Instance instance) {
        StringBuilder text = new StringBuilder(instance.elements + " " + instance.groups + " ds");
        for (int g = 0; g < instance.groups; g++) {
            text.append(' ').append(instance.least[g]).append(' ').append(instance.greatest[g]);
        }
        if (!instance.unitWeights) {
            text.append(" W");
            for (double weight : instance.weights) {
                text.append(' ').append(weight);
            }
        }
        text.append('\n');
        for (int i = 0; i < instance.elements; i++) {
            for (int j = i + 1; j < instance.elements; j++) {
                text.append(i).append(' ').append(j).append(' ').append(instance.values[i][j]);
                text.append('\n');
            }
        }
        return text.toString();
    }

    /// As the published hand-over instances are written: one number a line, then the whole matrix.
    static String asMatrix(Instance instance) {
        StringBuilder text = new StringBuilder();
        text.append(instance.elements).append('\n').append(instance.groups).append('\n');
        text.append(instance.greatest[0]).append('\n');
        for (double weight : instance.weights) {
            text.append(weight).append('\n');
        }
        for (double[] row : instance.values) {
            for (double value : row) {
                text.append(value).append(' ');
            }
            text.append('\n');
        }
        return text.toString();
    }

    static Path gzipped(Path file, String text) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(text.getBytes(StandardCharsets.US_ASCII));
        }
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
