package org.peerage.composition;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// `compose --instance`: solves one benchmark instance. With several threads each searches by itself from its own seed
/// and the best answer counts.
final class InstanceRun {

    private InstanceRun() {}

    static int run(Options options, PrintStream out, PrintStream err) {
        if (!options.has("format")) {
            throw new Refusal("--instance needs --format mdgplib or --format ccp.");
        }
        Path file = Path.of(options.text("instance", ""));
        Instance instance;
        try {
            instance = InstanceFile.read(file, options.text("format", ""));
        } catch (NoSuchFileException missing) {
            throw new Refusal("there is no file " + file + ".");
        } catch (IOException unreadable) {
            throw new Refusal(file + " cannot be read: " + unreadable.getMessage() + ".");
        }
        int[] groupOf = search(instance, options, err);
        if (!new Partition(instance, groupOf).lawful()) {
            throw new IllegalStateException("the search left the bounds of " + instance.name);
        }
        if (options.has("solution")) {
            write(Path.of(options.text("solution", "")), groupOf);
        }
        out.println("groups " + instance.groups);
        out.println("elements " + instance.elements);
        if (instance.elements <= ExactPartition.ELEMENTS) {
            out.println("proven yes");
        }
        out.println(String.format(Locale.ROOT, "objective %.6f", instance.objective(groupOf)));
        return ComposeCommand.DONE;
    }

    private static int[] search(Instance instance, Options options, PrintStream err) {
        int threads = (int) options.whole("threads", 1, 1);
        long seed = options.whole("seed", 1, Long.MIN_VALUE);
        double seconds = options.number("seconds", 10, 0);
        long iterations = options.whole("iterations", 0, 1);
        List<PartitionSearch> searches = new ArrayList<>();
        for (int t = 0; t < threads; t++) {
            Budget budget =
                    iterations > 0 ? Budget.ofSteps(iterations, () -> false) : Budget.ofSeconds(seconds, () -> false);
            String thread = threads == 1 ? "" : " thread " + (t + 1);
            searches.add(new PartitionSearch(
                    instance,
                    seed + t,
                    budget,
                    value -> err.printf(Locale.ROOT, "%.2f s%s best %.3f%n", budget.elapsed(), thread, value)));
        }
        if (threads == 1) {
            return searches.getFirst().run();
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<int[]>> answers = new ArrayList<>();
            searches.forEach(search -> answers.add(pool.submit(search::run)));
            int[] best = answers.getFirst().get();
            for (Future<int[]> answer : answers) {
                best = instance.objective(answer.get()) > instance.objective(best) ? answer.get() : best;
            }
            return best;
        } catch (InterruptedException | ExecutionException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static void write(Path solution, int[] groupOf) {
        StringBuilder lines = new StringBuilder();
        for (int group : groupOf) {
            lines.append(group).append('\n');
        }
        try {
            Files.writeString(solution, lines);
        } catch (IOException unwritable) {
            throw new Refusal(solution + " cannot be written: " + unwritable.getMessage() + ".");
        }
    }
}
