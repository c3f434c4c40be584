package org.peerage.live;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class OpeningsFilterTests {

    private static final int MANY = 200;

    private final OpeningsFilter filter = new OpeningsFilter();

    @Test
    void thousandsWhoComeAtOnceAreLetInInTurn() throws Exception {
        var inside = new AtomicInteger();
        var most = new AtomicInteger();
        var opened = new AtomicInteger();
        FilterChain opens = (_, _) -> {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            Thread.onSpinWait();
            inside.decrementAndGet();
            opened.incrementAndGet();
        };
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = Stream.generate(() -> threads.submit(() -> {
                        asks("GET", "/meetings/1/events", opens);
                        return true;
                    }))
                    .limit(MANY)
                    .toList();
            for (var one : all) {
                assertThat(one.get()).isTrue();
            }
        }
        assertThat(opened).hasValue(MANY);
        assertThat(most).hasValueLessThanOrEqualTo(OpeningsFilter.AT_ONCE);
    }

    @Test
    void whateverElseIsAskedForDoesNotWaitForThem() throws Exception {
        var taken = new Semaphore(0);
        var go = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = Stream.generate(() -> threads.submit(() -> {
                        asks("GET", "/events", (_, _) -> {
                            taken.release();
                            await(go);
                        });
                        return true;
                    }))
                    .limit(OpeningsFilter.AT_ONCE)
                    .toList();
            taken.acquire(OpeningsFilter.AT_ONCE);
            var asked = new AtomicInteger();
            asks("GET", "/meetings/1", (_, _) -> asked.incrementAndGet());
            asks("POST", "/meetings/1/events", (_, _) -> asked.incrementAndGet());
            assertThat(asked).hasValue(2);
            go.countDown();
            for (var one : all) {
                assertThat(one.get()).isTrue();
            }
        }
    }

    /// Whoever fails inside gives their place back.
    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aFailureKeepsNoPlace() throws Exception {
        for (var time = 0; time < OpeningsFilter.AT_ONCE + 1; time++) {
            try {
                asks("GET", "/events", (_, _) -> {
                    throw new IllegalStateException("not today");
                });
            } catch (IllegalStateException failure) {
                assertThat(failure).hasMessage("not today");
            }
        }
    }

    private void asks(String method, String path, FilterChain chain) throws Exception {
        filter.doFilter(new MockHttpServletRequest(method, path), new MockHttpServletResponse(), chain);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
