package org.peerage.proposals.runs;

import static org.peerage.networks.NetworkFixture.as;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.peerage.RunningPeerage;
import org.peerage.composition.Leader;
import org.peerage.composition.SizeLimits;
import org.peerage.composition.Weights;
import org.peerage.networks.NetworkFixture;
import org.peerage.networks.NetworkId;
import org.peerage.proposals.people.ByHand;
import org.peerage.proposals.people.Rosters;
import org.peerage.proposals.people.Wishes;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;

/// A network with a convener and leaders in its directory, and a worker of its own to compose them.
public final class RunFixture {

    public static final RunningPeerage PEERAGE = RunningPeerage.shared();
    public static final Instant THEN = Instant.parse("2026-11-02T09:00:00Z");

    public final PersonId convener = NetworkFixture.aFounder();
    public final NetworkId network = NetworkFixture.aNetworkOf(convener);

    public static RunFixture aNetworkOf(int leaders) {
        var fixture = new RunFixture();
        fixture.bring("""
                company,industry,subindustry,tags,size,stage,city
                """
                + IntStream.rangeClosed(1, leaders)
                        .mapToObj(number -> "Works %03d,Industry %d,Trade %d,Market %d,%d,%s,%s"
                                .formatted(
                                        number,
                                        number % 5,
                                        number % 13,
                                        number % 7,
                                        number * 3,
                                        List.of("Early", "Growth").get(number % 2),
                                        List.of("Lisbon", "Porto", "Faro").get(number % 3)))
                        .collect(Collectors.joining("\n")));
        return fixture;
    }

    /// Each pair has a market of its own, so that no market is too common to tell something.
    public static RunFixture aNetworkOfCompetitors(int leaders) {
        var fixture = new RunFixture();
        fixture.bring("""
                company,industry,subindustry,tags
                """
                + IntStream.range(0, leaders)
                        .mapToObj(number -> "Works %03d,Trade,Narrow,%s"
                                .formatted(
                                        number,
                                        IntStream.range(0, leaders)
                                                .filter(other -> other != number)
                                                .mapToObj(other ->
                                                        "m" + Math.min(number, other) + "-" + Math.max(number, other))
                                                .collect(Collectors.joining("; "))))
                        .collect(Collectors.joining("\n")));
        return fixture;
    }

    public static RunFixture aNetworkOfNobody() {
        return new RunFixture();
    }

    public RunFixture bring(String csv) {
        NetworkFixture.imported(convener, network, csv);
        return this;
    }

    public static Runs runs() {
        return PEERAGE.bean(Runs.class);
    }

    public static Rosters rosters() {
        return PEERAGE.bean(Rosters.class);
    }

    public static Wishes wishes() {
        return PEERAGE.bean(Wishes.class);
    }

    public List<Leader> leaders() {
        return as(
                convener,
                () -> rosters()
                        .leaders(
                                network,
                                rosters()
                                        .chosen(network, Rosters.Choice.EVERYBODY_FREE)
                                        .people()));
    }

    public RunRequest request(int seconds, OptionalLong iterations) {
        return new RunRequest(
                network,
                leaders(),
                ByHand.NOBODY,
                SizeLimits.USUAL,
                Weights.USUAL,
                as(convener, () -> wishes().rules(network, true, 6, OptionalDouble.empty())),
                Map.of(),
                new RunRequest.Effort(seconds, 1, 7, iterations));
    }

    public RunId waiting(RunRequest request) {
        return switch (as(convener, () -> runs().start(new RunId(Ids.next()), request))) {
            case Runs.Started.Waiting(var run) -> run;
            case Runs.Started.TooMany many -> throw new AssertionError(many);
        };
    }

    RunRequest asked(RunId run) {
        return as(convener, () -> runs().request(run)).orElseThrow();
    }

    Run seen(RunId run) {
        return as(convener, () -> runs().find(run)).orElseThrow();
    }

    public Map<String, Integer> seats(RunId run) {
        return as(convener, () -> runs().seats(run));
    }

    /// Another node, at another time.
    public static Composing worker(InstantSource clock) {
        return new Composing(PEERAGE.bean(RunWork.class), clock);
    }

    public static Composing worker() {
        return worker(InstantSource.system());
    }

    public static <T> T asWorker(Supplier<T> step) {
        return Acting.asProgram(Composing.ACTOR, () -> PEERAGE.inTransaction(step));
    }

    /// Ends whatever waits or runs.
    public static void stopAll() {
        var work = PEERAGE.bean(RunWork.class);
        var node = Ids.next();
        var late = Instant.parse("2199-01-01T00:00:00Z");
        while (asWorker(() -> work.take(node, late).map(held -> {
                    work.stopped(node, held.id(), late);
                    return held;
                }))
                .isPresent()) {
            Thread.onSpinWait();
        }
    }

    public static void until(BooleanSupplier condition) {
        var deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("it did not come to pass");
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }
}
