package org.peerage.composition.kernel;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// `compose --instance`: solves one benchmark instance, for so many seconds or, where iterations are given, so many of
/// these. With several threads each searches by itself from its own seed and the best answer counts.
public record InstanceRun(
        Path file,
        String format,
        Optional<Path> solution,
        int threads,
        long seed,
        double seconds,
        OptionalLong iterations) {

    public void run(PrintStream out, PrintStream err) {
        Instance instance;
        try {
            instance = InstanceFile.read(file, format);
        } catch (NoSuchFileException missing) {
            throw new InputRefused("there is no file " + file + ".");
        } catch (IOException unreadable) {
            throw new InputRefused(file + " cannot be read: " + unreadable.getMessage() + ".");
        }
        int[] groupOf = search(instance, err);
        if (!new Partition(instance, groupOf).lawful()) {
            throw new IllegalStateException("the search left the bounds of " + instance.name);
        }
        solution.ifPresent(to -> write(to, groupOf));
        out.println("groups " + instance.groups);
        out.println("elements " + instance.elements);
        if (instance.elements <= ExactPartition.ELEMENTS) {
            out.println("proven yes");
        }
        out.println(String.format(Locale.ROOT, "objective %.6f", instance.objective(groupOf)));
    }

    private int[] search(Instance instance, PrintStream err) {
        List<PartitionSearch> searches = new ArrayList<>();
        for (int t = 0; t < threads; t++) {
            Budget budget = iterations.isPresent()
                    ? Budget.ofSteps(iterations.getAsLong(), () -> false)
                    : Budget.ofSeconds(seconds, () -> false);
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
            throw new InputRefused(solution + " cannot be written: " + unwritable.getMessage() + ".");
        }
    }
}
