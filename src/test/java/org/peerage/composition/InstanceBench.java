package org.peerage.composition;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// Measures the search on the published instances, at the time limit of their table, one thread, in processor
/// time of that thread (a shared machine would otherwise measure its other users): for every class and
/// size the gap to the best known value and to the published mean, as best, mean and worst of some seeds. A negative
/// gap is better than the table. Every value is summed again by [Instances#check].
///
/// Arguments: the folder of the instances, the number of seeds, a regular expression for the instances' names, and
/// optionally a share of the time limit. `generated` as the expression runs the stand-in of 2,000 for 60 s.
final class InstanceBench {

    private record Reference(double best, double mean, double seconds) {}

    private record Gaps(double best, double mean, double worst, double meanToMean) {}

    private InstanceBench() {}

    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        int seeds = Integer.parseInt(arguments[1]);
        double share = arguments.length > 3 ? Double.parseDouble(arguments[3]) : 1;
        if (arguments[2].equals("generated")) {
            generated(System.out, seeds, share);
            return;
        }
        Map<String, List<Gaps>> ofClass = new LinkedHashMap<>();
        List<Path> files;
        try (Stream<Path> found = Files.walk(folder.resolve("mdgplib"))) {
            files = found.filter(file -> file.getFileName().toString().matches(arguments[2] + ".txt.gz"))
                    .sorted()
                    .toList();
        }
        Map<String, Reference> references = references(folder);
        for (Path file : files) {
            Instance instance = InstanceFile.read(file, "mdgplib");
            Reference reference = references.get(instance.name);
            if (reference != null) {
                Gaps gaps = measure(instance, reference, seeds, share);
                print(System.out, instance.name, List.of(gaps));
                ofClass.computeIfAbsent(instance.name.replaceAll("_\\d+$", ""), unseen -> new ArrayList<>())
                        .add(gaps);
            }
        }
        ofClass.forEach((name, gaps) -> print(System.out, name + " (" + gaps.size() + ")", gaps));
    }

    private static Gaps measure(Instance instance, Reference reference, int seeds, double share) {
        double[] values = new double[seeds];
        for (int seed = 1; seed <= seeds; seed++) {
            values[seed - 1] = solve(instance, seed, reference.seconds * share);
        }
        double mean = Arrays.stream(values).average().orElseThrow();
        return new Gaps(
                gap(reference.best, Arrays.stream(values).max().orElseThrow()),
                gap(reference.best, mean),
                gap(reference.best, Arrays.stream(values).min().orElseThrow()),
                gap(reference.mean, mean));
    }

    private static double solve(Instance instance, long seed, double seconds) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        Budget budget = Budget.ofSeconds(seconds, () -> false, threads::getCurrentThreadCpuTime);
        return Instances.check(instance, new PartitionSearch(instance, seed, budget, better -> {}).run());
    }

    private static double gap(double reference, double value) {
        return 100 * (reference - value) / reference;
    }

    private static void print(PrintStream out, String name, List<Gaps> gaps) {
        out.printf(
                Locale.ROOT,
                "%-22s to the best known: best %7.4f %% mean %7.4f %% worst %7.4f %%   mean to mean %7.4f %%%n",
                name,
                gaps.stream().mapToDouble(Gaps::best).average().orElse(0),
                gaps.stream().mapToDouble(Gaps::mean).average().orElse(0),
                gaps.stream().mapToDouble(Gaps::worst).average().orElse(0),
                gaps.stream().mapToDouble(Gaps::meanToMean).average().orElse(0));
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
    private static void generated(PrintStream out, int seeds, double share) {
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
        Instance instance = new Instance("mdga10_n2000_ss", tens, tens, ones, values);
        for (int seed = 1; seed <= seeds; seed++) {
            out.printf(Locale.ROOT, "%s seed %d %.0f%n", instance.name, seed, solve(instance, seed, 60 * share));
        }
    }
}
