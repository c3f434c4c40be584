package org.peerage.hostile;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.peerage.RunningPeerage;

/// Whoever holds the database: every row, no policy.
final class Superuser implements AutoCloseable {

    private final Connection connection;

    Superuser(RunningPeerage peerage) {
        var login = peerage.login("postgres");
        try {
            connection = DriverManager.getConnection(login.url(), login.user(), login.password());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// How many rows were changed.
    int run(String text, Object... values) {
        try (var statement = connection.prepareStatement(text)) {
            for (var number = 0; number < values.length; number++) {
                statement.setObject(number + 1, values[number]);
            }
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
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
