package org.peerage.composition.kernel;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Measures the search on the published instances, at the time limit of their table, one thread, in processor time of
/// that thread (a shared machine would otherwise measure its other users). All instances with the first seed, then all
/// with the second, so that a run which is cut short has still seen every instance; each value is written as it comes,
/// summed again by [Instances#check], and a partition above the best known value is kept with it. At the end, for every
/// class and size: the gap to the best known value as best, mean and worst of the seeds, and the gap of the mean to the
/// published mean. A negative gap is better than the table.
///
/// Arguments: the folder of the instances, the number of seeds, a regular expression for the instances' names, a folder
/// for the results (`values.csv`, which a later run goes on with, and `partitions.csv`), and optionally a share of the
/// time limit. `generated` as the expression runs the stand-in of 2,000 for 60 s; `check` sums every kept partition
/// again instead of searching.
final class InstanceBench {

    /// Values of the table have six decimals, those of instances three; closer than this is the same value.
    private static final double ABOVE = 1e-3;

    private record Reference(double best, double mean, double seconds) {}

    private record Value(String name, int seed, double value) {}

    private InstanceBench() {}

    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        int seeds = Integer.parseInt(arguments[1]);
        Path results = Path.of(arguments[3]);
        double share = arguments.length > 4 ? Double.parseDouble(arguments[4]) : 1;
        if (arguments[2].equals("check")) {
            check(System.out, folder, results.resolve("partitions.csv"));
            return;
        }
        Files.createDirectories(results);
        Path file = results.resolve("values.csv");
        if (!Files.exists(file)) {
            Files.writeString(file, "instance,seed,value,best known,published mean,seconds\n");
        }
        Map<String, Reference> references = references(folder);
        List<Instance> instances = arguments[2].equals("generated")
                ? List.of(generated())
                : published(folder, arguments[2] + "\\.txt\\.gz", references);
        for (int seed = 1; seed <= seeds; seed++) {
            for (Instance instance : instances) {
                if (read(file).stream().noneMatch(seen(instance.name, seed))) {
                    Reference reference = references.getOrDefault(instance.name, new Reference(0, 0, 60));
                    measure(instance, reference, seed, reference.seconds * share, results);
                }
            }
        }
        summary(System.out, read(file), references);
    }

    private static List<Instance> published(Path folder, String names, Map<String, Reference> references)
            throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.walk(folder.resolve("mdgplib"))) {
            files = found.filter(file -> file.getFileName().toString().matches(names))
                    .sorted()
                    .toList();
        }
        List<Instance> instances = new ArrayList<>();
        for (Path file : files) {
            Instance instance = InstanceFile.read(file, "mdgplib");
            if (references.containsKey(instance.name)) {
                instances.add(instance);
            }
        }
        return instances;
    }

    private static void measure(Instance instance, Reference reference, int seed, double seconds, Path results)
            throws IOException {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        Budget budget = Budget.ofSeconds(seconds, () -> false, threads::getCurrentThreadCpuTime);
        int[] answer = new PartitionSearch(instance, seed, budget, better -> {}).run();
        double value = Instances.check(instance, answer);
        String line = String.format(
                Locale.ROOT,
                "%s,%d,%.3f,%.3f,%.3f,%.1f%n",
                instance.name,
                seed,
                value,
                reference.best,
                reference.mean,
                seconds);
        Files.writeString(results.resolve("values.csv"), line, StandardOpenOption.APPEND);
        if (reference.best > 0 && value > reference.best + ABOVE) {
            keep(instance, seed, value, answer, results.resolve("partitions.csv"));
        }
    }

    private static void keep(Instance instance, int seed, double value, int[] answer, Path file) throws IOException {
        if (!Files.exists(file)) {
            Files.writeString(file, "instance,seed,value,groups\n");
        }
        String groups = Arrays.stream(answer).mapToObj(Integer::toString).collect(Collectors.joining(" "));
        Files.writeString(
                file,
                String.format(Locale.ROOT, "%s,%d,%.3f,%s%n", instance.name, seed, value, groups),
                StandardOpenOption.APPEND);
    }

    private static void check(PrintStream out, Path folder, Path partitions) throws IOException {
        Map<String, Reference> references = references(folder);
        for (String line : Files.readAllLines(partitions).stream().skip(1).toList()) {
            String[] cells = line.split(",", -1);
            Instance instance =
                    published(folder, cells[0] + "\\.txt\\.gz", references).getFirst();
            int[] groups = Arrays.stream(cells[3].split(" ", -1))
                    .mapToInt(Integer::parseInt)
                    .toArray();
            double value = Instances.check(instance, groups);
            if (Math.abs(value - Double.parseDouble(cells[2])) > ABOVE) {
                throw new AssertionError(cells[0] + " is worth " + value + ", not " + cells[2]);
            }
            double best = Objects.requireNonNull(references.get(cells[0])).best;
            out.printf(Locale.ROOT, "%-15s %12.3f is %.3f above %.3f%n", cells[0], value, value - best, best);
        }
    }

    private static Predicate<Value> seen(String name, int seed) {
        return value -> value.seed == seed && value.name.equals(name);
    }

    private static List<Value> read(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .map(cells -> new Value(cells[0], Integer.parseInt(cells[1]), Double.parseDouble(cells[2])))
                .toList();
    }

    private static void summary(PrintStream out, List<Value> values, Map<String, Reference> references) {
        Map<String, Map<String, double[]>> ofClass = new TreeMap<>();
        values.stream()
                .collect(Collectors.groupingBy(Value::name, TreeMap::new, Collectors.toList()))
                .forEach((name, some) -> {
                    double[] seen = some.stream().mapToDouble(Value::value).toArray();
                    if (references.containsKey(name)) {
                        ofClass.computeIfAbsent(name.replaceAll("_\\d+$", ""), unseen -> new TreeMap<>())
                                .put(name, seen);
                    } else {
                        out.println(name + " " + Arrays.stream(seen).summaryStatistics());
                    }
                });
        ofClass.forEach((name, instances) -> {
            double[] gaps = new double[4];
            instances.forEach((instance, seen) -> {
                Reference reference = Objects.requireNonNull(references.get(instance));
                DoubleSummaryStatistics of = Arrays.stream(seen).summaryStatistics();
                gaps[0] += gap(reference.best, of.getMax()) / instances.size();
                gaps[1] += gap(reference.best, of.getAverage()) / instances.size();
                gaps[2] += gap(reference.best, of.getMin()) / instances.size();
                gaps[3] += gap(reference.mean, of.getAverage()) / instances.size();
            });
            out.printf(
                    Locale.ROOT,
                    "%-15s %d instances, %d runs; to the best known: best %7.4f %% mean %7.4f %% worst %7.4f %%; to the"
                            + " published mean %7.4f %%%n",
                    name,
                    instances.size(),
                    instances.values().stream().mapToInt(seen -> seen.length).sum(),
                    gaps[0],
                    gaps[1],
                    gaps[2],
                    gaps[3]);
        });
    }

    private static double gap(double reference, double value) {
        return 100 * (reference - value) / reference;
    }

    private static Map<String, Reference> references(Path folder) throws IOException {
        Map<String, Reference> references = new LinkedHashMap<>();
        for (String line : Files.readAllLines(folder.resolve("best_known_mdgplib.csv"))) {
            String[] cells = line.split(",", -1);
            if (!cells[0].equals("instance")) {
                references.put(
                        cells[0],
                        new Reference(
                                Double.parseDouble(cells[4]),
                                Double.parseDouble(cells[5]),
                                Double.parseDouble(cells[7])));
            }
        }
        for (String line : Files.readAllLines(folder.resolve("reference_n010_n060.csv"))) {
            String[] cells = line.split(",", -1);
            if (!cells[0].equals("instance")) {
                double value = Double.parseDouble(cells[1]);
                references.put(cells[0], new Reference(value, value, 3));
            }
        }
        return references;
    }

    /// 2,000 elements in 200 groups of exactly ten, whole values from 0 to 10, splitmix64 from state 21.
    static Instance generated() {
        int n = 2_000;
        long state = 21;
        double[][] values = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                state += 0x9E3779B97F4A7C15L;
                long mixed = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
                mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
                mixed ^= mixed >>> 31;
                values[i][j] = Math.floor(11 * ((mixed >>> 11) * 0x1.0p-53));
                values[j][i] = values[i][j];
            }
        }
        double[] tens = new double[200];
        double[] ones = new double[n];
        Arrays.fill(tens, 10);
        Arrays.fill(ones, 1);
        return new Instance("mdga10_n2000_ss", tens, tens, ones, values);
    }
}
