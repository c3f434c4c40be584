package org.peerage.canary;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.peerage.database.DatabaseLogin;

/// Every row of some tables, for whoever compares them again and again: by one question, over a connection that is
/// kept, and only where something was written since. What PostgreSQL calls a snapshot says which transactions are seen:
/// where it is the same as before, so is every row.
public final class WatchedRows implements AutoCloseable {

    private static final String SNAPSHOT = "pg_current_snapshot()";

    private final Connection connection;
    private final PreparedStatement snapshot;
    private final PreparedStatement everything;
    private Map<String, String> last = Map.of();

    public WatchedRows(DatabaseLogin backup, Predicate<String> wanted) {
        try {
            connection = DriverManager.getConnection(backup.url(), backup.user(), backup.password());
            // Neither workers nor compiling are worth it for small tables.
            try (var settings = connection.createStatement()) {
                settings.execute("set jit = off; set max_parallel_workers_per_gather = 0");
            }
            snapshot = connection.prepareStatement("select " + SNAPSHOT + "::text");
            everything = connection.prepareStatement(StolenDatabase.names(connection).stream()
                    .filter(wanted)
                    .map(table -> "select '%1$s', string_agg(one::text, E'\\n') from %1$s as one".formatted(table))
                    .collect(Collectors.joining(
                            " union all ", "select '%1$s', %1$s::text union all ".formatted(SNAPSHOT), "")));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// What lies there at this moment, a text for each table.
    public Map<String, String> now() {
        try {
            if (!snapshotNow().equals(last.get(SNAPSHOT))) {
                last = read();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        var rows = new TreeMap<>(last);
        rows.remove(SNAPSHOT);
        return rows;
    }

    private String snapshotNow() throws SQLException {
        try (var answer = snapshot.executeQuery()) {
            answer.next();
            return answer.getString(1);
        }
    }

    private Map<String, String> read() throws SQLException {
        var rows = new TreeMap<String, String>();
        try (var answer = everything.executeQuery()) {
            while (answer.next()) {
                rows.put(answer.getString(1), Objects.requireNonNullElse(answer.getString(2), ""));
            }
        }
        return rows;
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
