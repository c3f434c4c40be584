package org.peerage.groups;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peerage.Pages;
import org.peerage.RunningPeerage;
import org.springframework.transaction.ConfigurableTransactionManager;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/// Every page about a group is one look at the database: what it shows was so at one moment, and a connection is taken
/// once.
class OneTransactionTests {

    private static final GroupFixture HERE = GroupFixture.aGroup().with(3).inAnOpenRoom();
    private static final Counting COUNTING = new Counting();

    static {
        RunningPeerage.shared().bean(ConfigurableTransactionManager.class).addListener(COUNTING);
    }

    private static final class Counting implements TransactionExecutionListener {

        private final ThreadLocal<AtomicInteger> begun = ThreadLocal.withInitial(AtomicInteger::new);

        @Override
        public void afterBegin(TransactionExecution transaction, @org.jspecify.annotations.Nullable Throwable failure) {
            begun.get().incrementAndGet();
        }
    }

    @ParameterizedTest
    @CsvSource({"/groups/%s", "/groups/%s/seats", "/groups/%s/charter", "/groups/%s/room", "/groups/%s/dates", "/"})
    void aPageIsOneTransaction(String path) {
        var count = COUNTING.begun.get();
        count.set(0);
        assertThat(Pages.seenBy(HERE.chair()).get(path.formatted(HERE.group)).status())
                .isEqualTo(200);
        assertThat(count).hasValue(1);
    }

    @Test
    void aConvenersPagesAreToo() {
        var count = COUNTING.begun.get();
        for (var path : new String[] {"/", "/groups/" + HERE.group, HERE.network.address() + "/groups"}) {
            count.set(0);
            assertThat(Pages.seenBy(HERE.convener).get(path).status()).isEqualTo(200);
            assertThat(count).as(path).hasValue(1);
        }
    }
}
