package org.peerage.rooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.peerage.RunningPeerage;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

class SealedActsTests {

    private static final long ONE = 7_118_001;
    private static final long OTHER = 7_118_002;

    private final RunningPeerage peerage = RunningPeerage.shared();
    private final CountDownLatch bothHoldOne = new CountDownLatch(2);
    private final AtomicInteger tries = new AtomicInteger();

    @Test
    void ofTwoActsThatWaitForEachOtherBothAreDone() throws Exception {
        try (var people = Executors.newFixedThreadPool(2)) {
            var first = people.submit(() -> inOrder(() -> takesBoth(ONE, OTHER)));
            var second = people.submit(() -> inOrder(() -> takesBoth(OTHER, ONE)));
            assertThat(first.get(60, TimeUnit.SECONDS)).isEqualTo("done");
            assertThat(second.get(60, TimeUnit.SECONDS)).isEqualTo("done");
        }
        assertThat(tries).hasValue(3);
    }

    @Test
    void anActIsRepeatedOnceAndNotForEver() {
        assertThatThrownBy(() -> inOrder(this::isOvertaken)).isInstanceOf(PessimisticLockingFailureException.class);
        assertThat(tries).hasValue(2);
    }

    @Test
    void insideATransactionThatHasBegunNothingIsRepeated() {
        assertThatThrownBy(() -> peerage.inTransaction(() -> inOrder(this::isOvertaken)))
                .isInstanceOf(PessimisticLockingFailureException.class);
        assertThat(tries).hasValue(1);
    }

    private String inOrder(Supplier<String> act) {
        return peerage.bean(SealedActs.class).inOrder(Optional::empty, List.of(), act);
    }

    private String isOvertaken() {
        tries.incrementAndGet();
        throw new PessimisticLockingFailureException("another was faster");
    }

    private String takesBoth(long first, long second) {
        tries.incrementAndGet();
        take(first);
        bothHoldOne.countDown();
        try {
            bothHoldOne.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        take(second);
        return "done";
    }

    private void take(long lock) {
        peerage.bean(JdbcClient.class)
                .sql("select pg_advisory_xact_lock(:lock)")
                .param("lock", lock)
                .query()
                .listOfRows();
    }
}
