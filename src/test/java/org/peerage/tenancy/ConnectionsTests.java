package org.peerage.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.peerage.RunningPeerage;

/// What an operator counts on who gives several programs one database.
class ConnectionsTests {

    private static final int MOST = 20;
    private static final int ASKING = 26;

    private final RunningPeerage peerage = RunningPeerage.shared();

    @Test
    void howeverManyAskThereAreTwentyConnectionsAndOneToListen() throws Exception {
        var inside = new CountDownLatch(MOST);
        var enough = new CountDownLatch(1);
        Callable<Boolean> asks = () -> peerage.inTransaction(() -> {
            inside.countDown();
            return waited(enough);
        });
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = IntStream.range(0, ASKING)
                    .mapToObj(_ -> people.submit(asks))
                    .toList();
            assertThat(waited(inside)).isTrue();
            assertThat(peerage.count("select count(*) from pg_stat_activity where usename = 'peerage_app'"))
                    .isBetween((long) MOST, MOST + 1L);
            enough.countDown();
            for (var one : all) {
                assertThat(one.get()).as("also who had to wait").isTrue();
            }
        }
    }

    private static boolean waited(CountDownLatch latch) {
        try {
            return latch.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
