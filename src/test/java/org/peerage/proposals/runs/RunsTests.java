package org.peerage.proposals.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.peerage.networks.NetworkFixture.as;
import static org.peerage.proposals.runs.RunFixture.PEERAGE;
import static org.peerage.proposals.runs.RunFixture.aNetworkOf;
import static org.peerage.proposals.runs.RunFixture.runs;
import static org.peerage.proposals.runs.RunFixture.until;
import static org.peerage.proposals.runs.RunFixture.worker;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerage.networks.NetworkFixture;
import org.peerage.networks.ProfileId;
import org.peerage.proposals.people.ByHand;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import org.peerage.web.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Runs at the real database, worked on by nodes that the tests hold in their hands; the program's own stands still
/// meanwhile.
class RunsTests {

    private static final OptionalLong SOME_STEPS = OptionalLong.of(20_000);

    private final RunWork work = PEERAGE.bean(RunWork.class);

    @BeforeAll
    static void standStill() {
        PEERAGE.bean(Composing.class).leave();
    }

    @BeforeEach
    void nothingWaits() {
        RunFixture.stopAll();
    }

    @AfterAll
    static void goOn() {
        PEERAGE.bean(Composing.class).begin();
    }

    @Test
    void aRunSeatsEverybodyAndKeepsWhatItWasAsked() {
        var fixture = aNetworkOf(36);
        var request = fixture.request(5, SOME_STEPS);
        var run = fixture.waiting(request);
        assertThat(fixture.seen(run).state()).isEqualTo(RunState.WAITING);

        assertThat(worker().composeNext()).isTrue();

        var done = fixture.seen(run);
        assertThat(done.state()).isEqualTo(RunState.DONE);
        assertThat(done.people()).isEqualTo(36);
        assertThat(done.inputHash()).isEqualTo(RequestJson.hash(request)).hasSize(64);
        assertThat(done.effort()).isEqualTo(request.effort());
        assertThat(done.found()).hasValueSatisfying(found -> {
            assertThat(found.groups()).hasValue(3);
            assertThat(found.unseated()).hasValue(0);
            assertThat(found.score()).isBetween(0.1, found.bound());
            assertThat(found.weakest()).isLessThanOrEqualTo(found.bound());
            assertThat(found.gap()).isBetween(0.0, 0.9);
        });
        var sizes = new HashMap<Integer, Integer>();
        fixture.seats(run).values().forEach(group -> sizes.merge(group, 1, Integer::sum));
        assertThat(sizes).containsOnlyKeys(1, 2, 3);
        assertThat(sizes.values()).allSatisfy(size -> assertThat(size).isBetween(8, 16));
        assertThat(as(fixture.convener, () -> runs().request(run)))
                .get()
                .extracting(RunRequest::people, RunRequest::rules, RunRequest::size, RunRequest::effort)
                .containsExactly(request.people(), request.rules(), request.size(), request.effort());
        assertThat(as(fixture.convener, () -> runs().composer(run))
                        .orElseThrow()
                        .arrange(fixture.seats(run))
                        .proposal()
                        .score())
                .isEqualTo(done.found().orElseThrow().score());
    }

    @Test
    void theSameSeedAndStepsGiveTheSameSeats() {
        var fixture = aNetworkOf(40);
        var run = fixture.waiting(fixture.request(5, SOME_STEPS));
        worker().composeNext();
        var again = waiting(as(fixture.convener, () -> runs().again(run, new RunId(Ids.next())))
                .orElseThrow());
        worker().composeNext();

        assertThat(again).isNotEqualTo(run);
        assertThat(fixture.seats(again)).isEqualTo(fixture.seats(run)).hasSize(40);
        assertThat(fixture.seen(again).inputHash()).isEqualTo(fixture.seen(run).inputHash());
    }

    @Test
    void whoWasLeftOutByHandIsKeptWithTheRunAndStaysOutWhenItIsAskedAgain() {
        var fixture = aNetworkOf(36);
        var everybody = fixture.request(5, SOME_STEPS);
        var out = new ProfileId(UUID.fromString(everybody.people().getFirst().id()));
        var request = new RunRequest(
                fixture.network,
                everybody.people().subList(1, 36),
                new ByHand(Set.of(out), Set.of()),
                everybody.size(),
                everybody.weights(),
                everybody.rules(),
                Map.of(),
                everybody.effort());

        var run = fixture.waiting(request);
        worker().composeNext();
        var again = fixture.waiting(fixture.asked(run).again(Map.of(), fixture.seats(run), 1));
        worker().composeNext();

        assertThat(RequestJson.hash(request)).isNotEqualTo(RequestJson.hash(everybody));
        for (var each : List.of(run, again)) {
            assertThat(fixture.seen(each).byHand()).isEqualTo(request.byHand());
            assertThat(fixture.seen(each).inputHash()).isEqualTo(RequestJson.hash(request));
            assertThat(fixture.seats(each)).hasSize(35).doesNotContainKey(out.toString());
        }
    }

    @Test
    void aRunOnceMoreHeedsItsLocksAndBeginsFromTheSeatsGiven() {
        var fixture = aNetworkOf(36);
        var run = fixture.waiting(fixture.request(5, SOME_STEPS));
        worker().composeNext();
        var seats = fixture.seats(run);
        var someone = seats.keySet().iterator().next();
        var other = seats.getOrDefault(someone, 0) == 1 ? 2 : 1;

        var locked = fixture.waiting(fixture.asked(run).again(Map.of(someone, Integer.toString(other)), seats, 1));
        worker().composeNext();

        assertThat(fixture.seats(locked)).containsEntry(someone, other).hasSize(36);
        assertThat(fixture.seen(locked).effort().seconds()).isEqualTo(1);
    }

    @Test
    void nobodyButConvenersOfTheNetworkKnowsOfARun() {
        var fixture = aNetworkOf(20);
        var run = fixture.waiting(fixture.request(1, SOME_STEPS));
        var member = NetworkFixture.aMemberOf(fixture.network);
        var another = aNetworkOf(1).convener;

        for (var person : List.of(member, another, new PersonId(Ids.next()))) {
            assertThat(as(person, () -> runs().find(run))).isEmpty();
            assertThat(as(person, () -> runs().of(fixture.network, 10))).isEmpty();
            assertThat(as(person, () -> runs().composer(run))).isEmpty();
            assertThat(as(person, () -> runs().seats(run))).isEmpty();
            assertThatThrownBy(() -> as(person, () -> runs().cancel(run))).isInstanceOf(NotFound.class);
            assertThat(as(person, () -> runs().again(run, new RunId(Ids.next()))))
                    .isEmpty();
        }
        assertThat(PEERAGE.inTransaction(() -> runs().find(run))).isEmpty();
        assertThat(Acting.asProgram("meetings.streams", () -> PEERAGE.inTransaction(() -> runs().find(run))))
                .isEmpty();
        assertThat(Acting.asProgram(
                        Composing.ACTOR,
                        () -> PEERAGE.inTransaction(() -> PEERAGE.bean(JdbcClient.class)
                                .sql("select count(*) from networks.shared_profile")
                                .query(Integer.class)
                                .single())))
                .as("what the worker sees of the directory")
                .isZero();
        assertThat(as(fixture.convener, () -> runs().cancel(run))).isTrue();
    }

    @Test
    void whenItsNodeDiesARunGoesOnFromItsSeatsWithTheTimeThatIsLeft() {
        var fixture = aNetworkOf(36);
        var run = fixture.waiting(fixture.request(60, OptionalLong.empty()));
        var died = Instant.parse("2099-01-01T00:00:00Z");
        var dead = Ids.next();
        var best = anySeats(fixture);
        var score = as(fixture.convener, () -> runs().composer(run))
                .orElseThrow()
                .arrange(best)
                .proposal()
                .score();
        RunFixture.asWorker(() -> {
            var held = work.take(dead, died).orElseThrow();
            assertThat(held.id()).isEqualTo(run);
            work.save(dead, held, new WorkStore.Progress(59.5, score, 1, 0.1, 0.9), best);
            return held;
        });

        var early = worker(InstantSource.fixed(died.plus(WorkStore.LEASE).minusMillis(1)));
        assertThat(early.composeNext()).as("while the lease holds").isFalse();
        var start = System.nanoTime();
        var heir = worker(InstantSource.fixed(died.plus(WorkStore.LEASE)));
        assertThat(heir.composeNext()).isTrue();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
        var done = fixture.seen(run);
        assertThat(done.state()).isEqualTo(RunState.DONE);
        assertThat(done.spent()).isGreaterThanOrEqualTo(59.5).isLessThan(75);
        assertThat(done.found().orElseThrow().score()).isGreaterThanOrEqualTo(score);
        assertThat(RunFixture.asWorker(() -> work.keep(dead, run, died))).isEqualTo(WorkStore.Wanted.GONE);
    }

    @Test
    void aNodeThatShutsDownLeavesItsRunToTheNextAtOnce() throws InterruptedException {
        var fixture = aNetworkOf(36);
        var run = fixture.waiting(fixture.request(2, OptionalLong.empty()));
        var leaving = worker();
        var thread = Thread.ofPlatform().start(leaving::composeNext);
        until(() -> fixture.seen(run).found().isPresent());
        leaving.leave();
        thread.join();

        assertThat(fixture.seen(run).state()).isEqualTo(RunState.RUNNING);
        assertThat(fixture.seats(run)).hasSize(36);
        var spent = fixture.seen(run).spent();
        assertThat(worker().composeNext()).isTrue();
        assertThat(fixture.seen(run).state()).isEqualTo(RunState.DONE);
        assertThat(fixture.seen(run).spent()).isGreaterThanOrEqualTo(spent);
    }

    @Test
    void aRunThatTakesItsNodeDownEachTimeEndsWithASentence() {
        var fixture = aNetworkOf(20);
        var run = fixture.waiting(fixture.request(60, OptionalLong.empty()));
        var clock = Instant.parse("2099-01-01T00:00:00Z");
        for (var time = 0; time < 5; time++) {
            var now = clock.plus(WorkStore.LEASE.multipliedBy(time));
            assertThat(RunFixture.asWorker(() -> work.take(Ids.next(), now))).isPresent();
        }

        worker(InstantSource.fixed(clock.plus(WorkStore.LEASE.multipliedBy(5)))).composeNext();

        assertThat(fixture.seen(run).state()).isEqualTo(RunState.FAILED);
        assertThat(fixture.seen(run).trouble()).contains(new Run.Trouble("proposals.runs.trouble.again", List.of("5")));
    }

    @Test
    void aRunThatWaitsIsCancelledAtOnceAndOneThatRunsWithinSeconds() throws InterruptedException {
        var fixture = aNetworkOf(36);
        var waiting = fixture.waiting(fixture.request(600, OptionalLong.empty()));
        assertThat(as(fixture.convener, () -> runs().cancel(waiting))).isTrue();
        assertThat(fixture.seen(waiting).state()).isEqualTo(RunState.STOPPED);
        assertThat(as(fixture.convener, () -> runs().cancel(waiting))).isFalse();

        var running = fixture.waiting(fixture.request(600, OptionalLong.empty()));
        var thread = Thread.ofPlatform().start(worker()::composeNext);
        until(() -> fixture.seen(running).found().isPresent());
        assertThat(as(fixture.convener, () -> runs().cancel(running))).isTrue();
        thread.join(Duration.ofSeconds(20));
        assertThat(fixture.seen(running).state()).isEqualTo(RunState.STOPPED);
    }

    @Test
    void theBestSoFarIsTakenBeforeTheTimeIsOver() throws InterruptedException {
        var fixture = aNetworkOf(36);
        var run = fixture.waiting(fixture.request(600, OptionalLong.empty()));
        var thread = Thread.ofPlatform().start(worker()::composeNext);
        until(() -> fixture.seen(run).found().isPresent());
        assertThat(as(fixture.convener, () -> runs().finish(run))).isTrue();
        assertThat(fixture.seen(run).ending() || !fixture.seen(run).state().open())
                .isTrue();
        thread.join(Duration.ofSeconds(20));

        assertThat(fixture.seen(run).state()).isEqualTo(RunState.DONE);
        assertThat(fixture.seen(run).spent()).isLessThan(60);
        assertThat(fixture.seats(run)).hasSize(36);
    }

    @Test
    void whereAllCompeteNobodyIsSeatedAndTheRunEndsAllTheSame() {
        var fixture = RunFixture.aNetworkOfCompetitors(10);
        var run = fixture.waiting(fixture.request(1, SOME_STEPS));
        worker().composeNext();

        assertThat(fixture.seen(run).state()).isEqualTo(RunState.DONE);
        assertThat(fixture.seen(run).found()).hasValueSatisfying(found -> {
            assertThat(found.groups()).hasValue(0);
            assertThat(found.unseated()).hasValue(10);
        });
        assertThat(fixture.seats(run)).isEmpty();
    }

    @Test
    void tenPeopleMakeOneGroupAndOnePersonNone() {
        var ten = aNetworkOf(10);
        var run = ten.waiting(ten.request(1, SOME_STEPS));
        var one = aNetworkOf(1);
        var alone = one.waiting(one.request(1, SOME_STEPS));
        worker().composeNext();
        worker().composeNext();

        assertThat(ten.seats(run).values()).hasSize(10).containsOnly(1);
        assertThat(ten.seen(run).found().orElseThrow().groups()).hasValue(1);
        assertThat(one.seats(alone)).isEmpty();
        assertThat(one.seen(alone).state()).isEqualTo(RunState.DONE);
        assertThat(one.seen(alone).found().orElseThrow().unseated()).hasValue(1);
    }

    @Test
    void aFormSentTwiceAsksOnceAndANetworkKeepsOthersWaitingOnlySoLong() {
        var fixture = aNetworkOf(20);
        var request = fixture.request(1, SOME_STEPS);
        var id = new RunId(Ids.next());
        var first = as(fixture.convener, () -> runs().start(id, request));
        assertThat(as(fixture.convener, () -> runs().start(id, request)))
                .isEqualTo(first)
                .isEqualTo(new Runs.Started.Waiting(id));
        for (var more = 1; more < Runs.MOST_WAITING; more++) {
            fixture.waiting(request);
        }
        assertThat(as(fixture.convener, () -> runs().start(new RunId(Ids.next()), request)))
                .isEqualTo(new Runs.Started.TooMany(Runs.MOST_WAITING));
        as(fixture.convener, () -> runs().of(fixture.network, 10))
                .forEach(run -> as(fixture.convener, () -> runs().cancel(run.id())));
    }

    @Test
    void aFormSentTwiceAtTheSameMomentAsksOnce() throws Exception {
        var fixture = aNetworkOf(4);
        var request = fixture.request(1, SOME_STEPS);
        var id = new RunId(Ids.next());
        var second = new AtomicReference<Runs.Started>();

        var first = as(fixture.convener, () -> {
            var started = runs().start(id, request);
            var waiting = waiting();
            var other =
                    Thread.ofVirtual().start(() -> second.set(as(fixture.convener, () -> runs().start(id, request))));
            until(() -> waiting() > waiting || second.get() != null);
            return Map.entry(started, other);
        });
        first.getValue().join();

        assertThat(second.get()).isEqualTo(first.getKey()).isEqualTo(new Runs.Started.Waiting(id));
        assertThat(as(fixture.convener, () -> runs().of(fixture.network, 10)))
                .extracting(Run::id)
                .containsExactly(id);
    }

    @Test
    void theIdOfAnothersRunIsNotFound() {
        var theirs = aNetworkOf(4);
        var run = theirs.waiting(theirs.request(1, SOME_STEPS));
        var fixture = aNetworkOf(4);
        var request = fixture.request(1, SOME_STEPS);

        assertThatThrownBy(() -> as(fixture.convener, () -> runs().start(run, request)))
                .isInstanceOf(NotFound.class);
        assertThat(as(fixture.convener, () -> runs().of(fixture.network, 10))).isEmpty();
    }

    /// How many statements wait for another's end.
    private static int waiting() {
        return PEERAGE.bean(JdbcClient.class)
                .sql("select count(*) from pg_locks where not granted")
                .query(Integer.class)
                .single();
    }

    private static Map<String, Integer> anySeats(RunFixture fixture) {
        var seats = new HashMap<String, Integer>();
        var leaders = fixture.leaders();
        for (var at = 0; at < leaders.size(); at++) {
            seats.put(leaders.get(at).id(), 1 + at % 3);
        }
        return seats;
    }

    private static RunId waiting(Runs.Started started) {
        return switch (started) {
            case Runs.Started.Waiting(var run) -> run;
            case Runs.Started.TooMany many -> throw new AssertionError(many);
        };
    }
}
