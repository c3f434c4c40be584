package org.peerage.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.peerage.RunningPeerage;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;

class JobsTests {

    private static final Duration ROUND = Duration.ofMinutes(5);
    private static final Instant NINE = Instant.parse("2026-11-21T09:00:00Z");

    private final RunningPeerage peerage = RunningPeerage.shared();
    private final String job = "test." + Ids.next();

    /// A job of this test's own, which tells when it has worked so often.
    private record Counting(String name, Duration round, BooleanSupplier piece, CountDownLatch done) implements Job {

        @Override
        public boolean work() {
            var more = piece.getAsBoolean();
            done.countDown();
            return more;
        }
    }

    @Test
    void ofManyNodesOneHasTheRound() throws Exception {
        List<Callable<Boolean>> nodes = List.of(takes(NINE), takes(NINE), takes(NINE), takes(NINE), takes(NINE));
        try (var all = Executors.newFixedThreadPool(nodes.size())) {
            assertThat(all.invokeAll(nodes).stream().map(Future::resultNow)).containsOnlyOnce(true);
        }
    }

    @Test
    void theRoundOfANodeThatDiedIsTakenOverWhenItIsOver() throws Exception {
        assertThat(takes(NINE).call()).isTrue();
        assertThat(takes(NINE.plus(ROUND).minusMillis(1)).call()).isFalse();
        assertThat(takes(NINE.plus(ROUND)).call()).isTrue();
        assertThat(takes(NINE.plus(ROUND)).call()).isFalse();
    }

    @Test
    void nobodyHoldsTheLeaseOfAnotherJob() throws Exception {
        takes(NINE).call();
        assertThat(Acting.asProgram(
                        "test.another",
                        () -> peerage.inTransaction(() -> peerage.bean(JdbcClient.class)
                                .sql("select count(*) from jobs.lease where job = :job")
                                .param("job", job)
                                .query(Integer.class)
                                .single())))
                .isZero();
    }

    @Test
    void aWakeUpIsHeard() throws Exception {
        var beekeeping = peerage.bean(Beekeeping.class);
        until(() -> beekeeping.looks.get() > 0);
        var before = beekeeping.looks.get();
        peerage.inTransaction(() -> {
            peerage.bean(WakeUps.class).wake(beekeeping.name());
            return true;
        });
        until(() -> beekeeping.looks.get() > before);
    }

    @Test
    void whoHearsNothingLooksWhenTheRoundIsOver() throws Exception {
        var worker = worker(Duration.ofMillis(20), () -> false, 3);
        worker.leave();
    }

    @Test
    void whatBreaksIsTriedAgain() throws Exception {
        Set<String> tried = ConcurrentHashMap.newKeySet();
        var worker = worker(
                Duration.ofHours(1),
                () -> {
                    if (tried.add("once")) {
                        throw new IllegalStateException("a hive fell over");
                    }
                    return false;
                },
                1);
        worker.leave();
    }

    @Test
    void everyPieceIsDoneBeforeTheWorkerRests() throws Exception {
        var pieces = new CountDownLatch(4);
        var worker = worker(
                Duration.ofHours(1),
                () -> {
                    pieces.countDown();
                    return pieces.getCount() > 0;
                },
                4);
        worker.leave();
        worker.join(Duration.ofMinutes(2));
        assertThat(pieces.getCount()).isZero();
    }

    private Worker worker(Duration round, BooleanSupplier piece, int times) throws InterruptedException {
        var done = new CountDownLatch(times);
        var worker = new Worker(new Counting(job, round, piece, done), peerage.bean(Leases.class));
        assertThat(done.await(120, TimeUnit.SECONDS)).isTrue();
        return worker;
    }

    private Callable<Boolean> takes(Instant now) {
        var node = new Leases(peerage.bean(JobStore.class), InstantSource.fixed(now));
        return () -> Acting.asProgram(job, () -> peerage.inTransaction(() -> node.take(job, ROUND)));
    }

    private static void until(BooleanSupplier condition) {
        var end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.onSpinWait();
        }
    }
}
