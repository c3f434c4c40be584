package org.peerage.tenancy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// Refuses a connection outside a transaction: without one nobody has announced an actor, and a query would silently
/// see no rows where it meant to see some.
///
/// While the database does not answer, one request at a time looks whether it is back, and not for long; the others are
/// told at once, so that a page that says so comes at once.
class TransactionalDataSource extends DelegatingDataSource implements AutoCloseable {

    private static final ScopedValue<Boolean> BEGINNING = ScopedValue.newInstance();

    /// How long somebody waits for a connection while others have them all, or before anybody knows that there is none.
    static final Duration PATIENCE = Duration.ofSeconds(8);

    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final String CANNOT_CONNECT = "08001";

    private final Runnable release;
    private final Consumer<Duration> patience;
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile boolean lost;

    TransactionalDataSource(DataSource connections, Runnable release) {
        this(connections, release, patience -> {});
    }

    /// @param patience sets how long the pool tries
    TransactionalDataSource(DataSource connections, Runnable release, Consumer<Duration> patience) {
        super(connections);
        this.release = release;
        this.patience = patience;
    }

    /// The transaction manager is the only one who may fetch a connection.
    void allowing(Runnable begin) {
        ScopedValue.where(BEGINNING, true).run(begin);
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (!BEGINNING.isBound()) {
            throw new IllegalStateException("a query was made outside a transaction");
        }
        if (!lost) {
            return connection();
        }
        if (!looking.compareAndSet(false, true)) {
            throw new SQLTransientConnectionException("the database did not answer a moment ago", CANNOT_CONNECT);
        }
        try {
            return connection();
        } finally {
            looking.set(false);
        }
    }

    private Connection connection() throws SQLException {
        try {
            var connection = super.getConnection();
            if (lost) {
                lost = false;
                patience.accept(PATIENCE);
            }
            return connection;
        } catch (SQLTransientConnectionException none) {
            // Without a cause they are all in use, and the database is well.
            if (none.getCause() != null && !lost) {
                lost = true;
                patience.accept(LOOK);
            }
            throw none;
        }
    }

    @Override
    public void close() {
        release.run();
    }
}
