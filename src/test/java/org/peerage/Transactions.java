package org.peerage;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.ConfigurableTransactionManager;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/// Counts the transactions that a piece of work makes on the thread that does it.
public final class Transactions implements TransactionExecutionListener {

    private static final Transactions LISTENING = listening();

    private final ThreadLocal<Integer> begun = ThreadLocal.withInitial(() -> 0);

    private Transactions() {}

    private static Transactions listening() {
        var counter = new Transactions();
        RunningPeerage.shared().bean(ConfigurableTransactionManager.class).addListener(counter);
        return counter;
    }

    @Override
    public void afterBegin(TransactionExecution transaction, @Nullable Throwable failure) {
        begun.set(begun.get() + 1);
    }

    public static int of(Callable<?> work) throws Exception {
        var before = Objects.requireNonNull(LISTENING.begun.get());
        work.call();
        return Objects.requireNonNull(LISTENING.begun.get()) - before;
    }
}
