package org.peerage.tenancy;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// Refuses a connection outside a transaction: without one nobody has announced an actor, and a query would silently
/// see no rows where it meant to see some.
class TransactionalDataSource extends DelegatingDataSource implements AutoCloseable {

    private static final ScopedValue<Boolean> BEGINNING = ScopedValue.newInstance();

    private final HikariDataSource pool;

    TransactionalDataSource(HikariDataSource pool) {
        super(pool);
        this.pool = pool;
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
        pool.close();
    }
}
