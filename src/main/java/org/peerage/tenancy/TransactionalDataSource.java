package org.peerage.tenancy;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// Refuses a connection outside a transaction: without one nobody has announced an actor, and a query would silently
/// see no rows where it meant to see some.
class TransactionalDataSource extends DelegatingDataSource implements AutoCloseable {

    private static final ScopedValue<Boolean> BEGINNING = ScopedValue.newInstance();

    private final Runnable release;

    TransactionalDataSource(DataSource connections, Runnable release) {
        super(connections);
        this.release = release;
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
        return super.getConnection();
    }

    @Override
    public void close() {
        release.run();
    }
}
