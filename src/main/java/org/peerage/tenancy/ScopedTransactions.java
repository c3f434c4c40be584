package org.peerage.tenancy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Tells PostgreSQL who acts as the first statement of every transaction.
class ScopedTransactions extends JdbcTransactionManager {

    private final TransactionalDataSource dataSource;

    ScopedTransactions(TransactionalDataSource dataSource) {
        super(dataSource);
        this.dataSource = dataSource;
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        dataSource.allowing(() -> super.doBegin(transaction, definition));
        var holder = (ConnectionHolder) TransactionSynchronizationManager.getResource(obtainDataSource());
        if (holder == null) {
            throw new CannotCreateTransactionException("no connection was bound");
        }
        try {
            announce(holder.getConnection());
        } catch (SQLException e) {
            // Left bound, the connection would serve the next transaction of this thread with nobody, or somebody
            // else, announced; and the pool would never get it back.
            doCleanupAfterCompletion(transaction);
            throw new CannotCreateTransactionException("could not announce the actor", e);
        }
    }

    private static void announce(Connection connection) throws SQLException {
        var actor = Acting.current();
        try (PreparedStatement statement = connection.prepareStatement(ActorSettings.SQL)) {
            statement.setString(1, ActorSettings.person(actor));
            statement.setString(2, ActorSettings.program(actor));
            statement.execute();
        }
    }
}
