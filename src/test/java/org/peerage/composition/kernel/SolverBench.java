package org.peerage.composition.kernel;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.slf4j.LoggerFactory;

/// Side by side in one run, same instance, same processor time of one thread, same machine: the own search, a generic
/// solver with each of several settings ([GenericSolver]; the best of them counts, although choosing it costs several
/// times the time), and a plain genetic algorithm ([Evolution]). Printed is each value and its share of the own one.
///
/// Arguments: the folder of the instances, seconds, how many seeds, and names of instances (`generated` is the stand-in
/// of 2,000).
final class SolverBench {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int[] LOOKING_BACK = {400, 5_000};
    private static final double[] TEMPERATURES = {0.7, 1.4};
    private static final long MOVES_TO_MEASURE = 1_000_000;

    private SolverBench() {}

    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws IOException {
        PrintStream out = System.out;
        ((Logger) LoggerFactory.getLogger("ai.timefold")).setLevel(Level.WARN);
        double seconds = Double.parseDouble(arguments[1]);
        int seeds = Integer.parseInt(arguments[2]);
        for (String name : List.of(arguments).subList(3, arguments.length)) {
            Instance instance = name.equals("generated")
                    ? InstanceBench.generated()
                    : InstanceFile.read(
                            Path.of(arguments[0], "mdgplib", name.substring(0, name.indexOf('_')), name + ".txt.gz"),
                            "mdgplib");
            for (int seed = 1; seed <= seeds; seed++) {
                compare(out, instance, seconds, seed);
            }
        }
    }

    private static void compare(PrintStream out, Instance instance, double seconds, int seed) {
        double own = tell(
                out,
                instance,
                seed,
                "own search",
                0,
                () -> new PartitionSearch(instance, seed, budget(seconds), better -> {}).run());
        tell(out, instance, seed, "genetic algorithm", own, () -> new Evolution(instance, seed).run(budget(seconds)));
        for (int size : LOOKING_BACK) {
            generic(out, instance, seconds, seed, own, new GenericSolver.Acceptance(false, size));
        }
        for (double temperature : TEMPERATURES) {
            int start = (int) Math.max(1, temperature * instance.spread() * instance.scale);
            generic(out, instance, seconds, seed, own, new GenericSolver.Acceptance(true, start));
        }
    }

    /// Its moves a second are measured first, for a third of the time after some to get warm, so that the number of
    /// moves is what fills the time: annealing cools over exactly these.
    private static void generic(
            PrintStream out,
            Instance instance,
            double seconds,
            int seed,
            double own,
            GenericSolver.Acceptance acceptance) {
        double cold = rate(instance, seed, acceptance, MOVES_TO_MEASURE);
        double rate = rate(instance, seed, acceptance, (long) (cold * seconds / 3));
        String name =
                "generic, " + (acceptance.annealing() ? "annealing from " : "late acceptance ") + acceptance.setting();
        tell(
                out,
                instance,
                seed,
                name,
                own,
                () -> GenericSolver.run(instance, seed, acceptance, (long) (rate * seconds)));
    }

    private static double rate(Instance instance, int seed, GenericSolver.Acceptance acceptance, long moves) {
        long begun = THREADS.getCurrentThreadCpuTime();
        GenericSolver.run(instance, seed, acceptance, moves);
        return moves / ((THREADS.getCurrentThreadCpuTime() - begun) / 1e9);
    }

    private static double tell(
            PrintStream out, Instance instance, int seed, String name, double own, Supplier<int[]> solver) {
        long begun = THREADS.getCurrentThreadCpuTime();
        int[] answer = solver.get();
        double seconds = (THREADS.getCurrentThreadCpuTime() - begun) / 1e9;
        double value = Instances.check(instance, answer);
        out.printf(
                Locale.ROOT,
                "%s seed %d %-32s %12.3f  %.4f of the own  %.1f s%n",
                instance.name,
                seed,
                name,
                value,
                own == 0 ? 1 : value / own,
                seconds);
        return value;
    }

    private static Budget budget(double seconds) {
        return Budget.ofSeconds(seconds, () -> false, THREADS::getCurrentThreadCpuTime);
    }
}
