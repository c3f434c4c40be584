package org.peerage;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.ConfigurableTransactionManager;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/// Counts the transactions that a piece of work makes on the thread that does it.
public final class Transactions implements TransactionExecutionListener {

    private static final ThreadLocal<Integer> BEGUN = ThreadLocal.withInitial(() -> 0);

    static {
        RunningPeerage.shared().bean(ConfigurableTransactionManager.class).addListener(new Transactions());
    }

    private Transactions() {}

    @Override
    public void afterBegin(TransactionExecution transaction, @Nullable Throwable failure) {
        BEGUN.set(begun() + 1);
    }

    public static int of(Callable<?> work) throws Exception {
        var before = begun();
        work.call();
        return begun() - before;
    }

    private static int begun() {
        return Objects.requireNonNull(BEGUN.get());
    }
}
