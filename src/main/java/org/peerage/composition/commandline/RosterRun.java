package org.peerage.composition.commandline;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.peerage.composition.Leader;
import org.peerage.composition.Proposal;
import org.peerage.composition.Reason;
import org.peerage.composition.Rules;
import org.peerage.composition.SizeLimits;
import org.peerage.composition.Weights;
import org.peerage.composition.kernel.InputRefused;
import org.peerage.composition.search.Composer;

/// `compose ROSTER.csv`: reads the roster and the rules, seats, searches, and writes the groups with their reasons.
final class RosterRun {

    private static final double USUAL_HOURS_APART = 6;

    private RosterRun() {}

    static int run(Options options, PrintStream out, PrintStream err) {
        SizeLimits limits =
                options.has("group-size") ? SizeLimits.parse(options.text("group-size", "")) : SizeLimits.USUAL;
        Weights weights = options.has("weights") ? Weights.parse(options.text("weights", "")) : Weights.USUAL;
        long seed = options.whole("seed", 1, Long.MIN_VALUE);
        int threads = (int) options.whole("threads", 1, 1);
        double hours = options.number("hours", USUAL_HOURS_APART, 0);
        double seconds = options.number("seconds", 10, 0);
        long iterations = options.whole("iterations", 0, 1);
        Path file = Path.of(options.roster()
                .orElseThrow(() -> new InputRefused("which roster? `compose --help` shows how to name it.")));

        RosterFile.Reading reading =
                RosterFile.read(file, options.has("mapping") ? Path.of(options.text("mapping", "")) : null);
        reading.notices().forEach(notice -> err.println("note: " + notice));
        Set<String> known = reading.leaders().stream().map(Leader::id).collect(Collectors.toUnmodifiableSet());
        OptionalDouble kilometres = options.has("kilometres")
                ? OptionalDouble.of(options.number("kilometres", 0, 1))
                : OptionalDouble.empty();
        Rules rules = options.has("rules")
                ? RulesFile.read(Path.of(options.text("rules", "")), hours, kilometres, known)
                : Rules.none(hours).within(kilometres);

        Composer composer = Composer.of(reading.leaders(), rules, weights, limits);
        composer.contradictions().forEach(contradiction -> err.println("note: " + contradiction.in(Sentences.ENGLISH)));
        composer.notices().forEach(notice -> err.println("note: " + notice.in(Sentences.ENGLISH)));
        Proposal proposal = composer.search(
                new Composer.Search(
                        seconds, threads, seed, iterations > 0 ? OptionalLong.of(iterations) : OptionalLong.empty()),
                Map.of(),
                progress -> report(err, progress),
                () -> false);
        if (options.has("out")) {
            write(Path.of(options.text("out", "")), proposal, limits, seed, weights);
        } else {
            out.print(ProposalFile.csv(proposal));
        }
        proposal.unseated().stream()
                .limit(10)
                .forEach(person -> err.println(
                        "no seat: " + person.leader().name() + ". " + Reason.in(person.why(), Sentences.ENGLISH)));
        err.printf(
                Locale.ROOT,
                "%d people, %d groups, %d without a seat; score %.4f, sum %.2f, weakest %.4f; at most %.4f is possible"
                        + " (within %.1f %%)%n",
                reading.leaders().size(),
                proposal.groups().size(),
                proposal.unseated().size(),
                proposal.score(),
                proposal.sum(),
                proposal.weakest(),
                proposal.bound(),
                proposal.bound() > 0 ? 100 * (proposal.bound() - proposal.score()) / proposal.bound() : 0);
        return proposal.unseated().isEmpty() && composer.contradictions().isEmpty()
                ? ComposeCommand.DONE
                : ComposeCommand.PARTIAL;
    }

    private static void report(PrintStream err, Composer.Progress progress) {
        err.printf(
                Locale.ROOT,
                "%.1f s score %.4f weakest %.4f possible %.4f%n",
                progress.seconds(),
                progress.score(),
                progress.weakest(),
                progress.bound());
    }

    private static void write(Path folder, Proposal proposal, SizeLimits limits, long seed, Weights weights) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("groups.csv"), ProposalFile.csv(proposal));
            Files.writeString(folder.resolve("groups.json"), ProposalFile.json(proposal, limits, seed, weights));
        } catch (IOException unwritable) {
            throw new InputRefused(folder + " cannot be written: " + unwritable.getMessage() + ".");
        }
    }
}
