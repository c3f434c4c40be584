package org.peerage.identity;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.peerage.RunningPeerage;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Actor;
import org.springframework.transaction.ConfigurableTransactionManager;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/// Counts how often the whole program turns to the table of sessions. Only where nothing else runs beside it.
final class SessionReads implements TransactionExecutionListener {

    private static final AtomicInteger COUNT = new AtomicInteger();

    static {
        RunningPeerage.shared().bean(ConfigurableTransactionManager.class).addListener(new SessionReads());
    }

    private SessionReads() {}

    @Override
    public void afterBegin(TransactionExecution transaction, @Nullable Throwable failure) {
        if (Acting.current().equals(new Actor.Program("sessions"))) {
            COUNT.incrementAndGet();
        }
    }

    static int during(Runnable work) {
        var before = COUNT.get();
        work.run();
        return COUNT.get() - before;
    }
}
