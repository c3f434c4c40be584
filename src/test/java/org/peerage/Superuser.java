package org.peerage;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Whoever holds the database, in one session: every row, no policy, and time as they like it.
public final class Superuser implements AutoCloseable {

    private final Connection connection;

    public Superuser(RunningPeerage peerage) {
        var login = peerage.login("postgres");
        try {
            connection = DriverManager.getConnection(login.url(), login.user(), login.password());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// For who wants several statements in one transaction, or holds a lock.
    public Connection connection() {
        return connection;
    }

    /// How many rows were changed.
    public int run(String text, Object... values) {
        try (var statement = prepared(text, values)) {
            statement.execute();
            return statement.getUpdateCount();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The first column.
    public List<String> column(String query, Object... values) {
        try (var statement = prepared(query, values);
                var row = statement.executeQuery()) {
            var column = new ArrayList<String>();
            while (row.next()) {
                column.add(row.getString(1));
            }
            return column;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private PreparedStatement prepared(String text, Object... values) throws SQLException {
        var statement = connection.prepareStatement(text);
        for (var number = 0; number < values.length; number++) {
            statement.setObject(number + 1, values[number]);
        }
        return statement;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
