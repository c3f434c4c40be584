package org.peerage.database;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/// Starts the product's own PostgreSQL for a test, from a program folder that all tests share.
final class PostgresFixture {

    static final Path PROGRAM = Path.of("target", "postgres").toAbsolutePath();
    static final Map<String, String> ENVIRONMENT = Map.of("PEERAGE_POSTGRES", PROGRAM.toString());

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private PostgresFixture() {}

    static Database start(Path home) {
        return Database.start(home, ENVIRONMENT);
    }

    static DatabaseLogin login(Path home, Role role) {
        return role.login(
                HomeFolder.port(home).orElseThrow(),
                HomeFolder.password(home, role).orElseThrow());
    }

    static String one(DatabaseLogin login, String sql) throws SQLException {
        try (var connection = login.open();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return String.valueOf(rows.getString(1));
        }
    }

    static void run(DatabaseLogin login, String... statements) throws SQLException {
        try (var connection = login.open();
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /// Asks until the answer is yes; a query that fails meanwhile counts as no.
    static boolean eventually(Callable<Boolean> condition) throws Exception {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            try {
                if (condition.call()) {
                    return true;
                }
            } catch (SQLException notYet) {
                TimeUnit.MILLISECONDS.sleep(1);
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        return false;
    }
}
