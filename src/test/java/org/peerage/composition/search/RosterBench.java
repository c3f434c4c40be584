package org.peerage.composition.search;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.peerage.composition.Leader;
import org.peerage.composition.Rules;
import org.peerage.composition.SizeLimits;
import org.peerage.composition.Weights;
import org.peerage.composition.commandline.RosterFile;
import org.peerage.composition.kernel.Budget;
import org.peerage.composition.kernel.Chance;

/// Measures the search on a roster: the score over time against what is possible, broken rules, memory, and how long
/// it takes to rank every group for one newcomer.
///
/// Arguments: the roster, how many leaders (0 for the roster itself, else [BigRoster] with seed 1), seconds, threads.
final class RosterBench {

    private static final int WARM_UP = 200;
    private static final int NEWCOMERS = 1_000;

    private RosterBench() {}

    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws IOException {
        PrintStream out = System.out;
        List<Leader> leaders = RosterFile.read(Path.of(arguments[0]), null).leaders();
        int count = Integer.parseInt(arguments[1]);
        if (count > 0) {
            leaders = BigRoster.from(leaders, count, 1);
        }
        long begun = System.nanoTime();
        Rules rules = Rules.none(6);
        Fit fit = new Fit(leaders, Weights.USUAL, rules);
        KeptTogether wishes = new KeptTogether(fit, SizeLimits.USUAL, rules);
        Chance chance = new Chance(1);
        SeatPlan seating = new FirstSeats(fit, SizeLimits.USUAL, wishes, chance).seat();
        out.printf(Locale.ROOT, "first seating %.1f s, score %.5f%n", since(begun), seating.score());
        begun = System.nanoTime();
        double bound = BestPossible.score(fit, SizeLimits.USUAL);
        out.printf(Locale.ROOT, "bound %.5f in %.1f s%n", bound, since(begun));
        Budget budget = Budget.ofSeconds(Double.parseDouble(arguments[2]), () -> false);
        new SeatingSearch(seating, wishes, chance)
                .run(
                        budget,
                        Integer.parseInt(arguments[3]),
                        progress -> out.printf(
                                Locale.ROOT,
                                "%6.1f s score %.5f weakest %.4f gap %.2f %%%n",
                                progress.seconds(),
                                progress.score(),
                                progress.weakest(),
                                100 * (bound - progress.score()) / bound));
        out.printf(
                Locale.ROOT,
                "%d groups, %d without a seat, %d broken rules, score %.5f, %d steps of the first thread%n",
                seating.used().length,
                leaders.size() - seating.seated(),
                broken(fit, seating),
                seating.score(),
                budget.counted());
        newcomers(out, seating, wishes);
        Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM"))
                .forEach(out::println);
    }

    /// After a warm-up, by the clock and by the processor's time of this thread: on a busy machine only the second
    /// tells what the work costs.
    private static void newcomers(PrintStream out, SeatPlan seating, KeptTogether wishes) {
        Reseating reseating = new Reseating(seating, wishes);
        Chance chance = new Chance(3);
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        List<Double> clock = new ArrayList<>();
        List<Double> processor = new ArrayList<>();
        for (int k = 0; clock.size() < WARM_UP + NEWCOMERS && k < 10 * (WARM_UP + NEWCOMERS); k++) {
            int i = chance.below(seating.fit.people);
            int g = seating.groupOf[i];
            if (g == SeatPlan.NOBODY) {
                continue;
            }
            seating.leave(i);
            long worked = threads.getCurrentThreadCpuTime();
            long begun = System.nanoTime();
            reseating.openings(i);
            clock.add(1000 * since(begun));
            processor.add((threads.getCurrentThreadCpuTime() - worked) / 1e6);
            seating.sit(i, g);
        }
        print(out, "a newcomer by the clock", clock);
        print(out, "a newcomer by processor time", processor);
    }

    private static void print(PrintStream out, String what, List<Double> milliseconds) {
        List<Double> measured = milliseconds.stream().skip(WARM_UP).sorted().toList();
        out.printf(
                Locale.ROOT,
                "%s: median %.1f ms, 99 of 100 below %.1f ms, worst %.1f ms of %d%n",
                what,
                measured.get(measured.size() / 2),
                measured.get(measured.size() * 99 / 100),
                measured.getLast(),
                measured.size());
    }

    private static int broken(Fit fit, SeatPlan seating) {
        int broken = 0;
        for (int g = 0; g < seating.groups; g++) {
            for (int x = 0; x < seating.size[g]; x++) {
                for (int y = 0; y < x; y++) {
                    broken += fit.forbids(seating.members[g][x], seating.members[g][y])
                                    .isPresent()
                            ? 1
                            : 0;
                }
            }
            broken += seating.size[g] > 0
                            && (seating.size[g] < seating.limits.least() || seating.size[g] > seating.limits.most())
                    ? 1
                    : 0;
        }
        return broken;
    }

    private static double since(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }
}
