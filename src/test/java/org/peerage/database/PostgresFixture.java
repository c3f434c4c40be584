package org.peerage.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.peerage.Passable;
import org.springframework.util.FileSystemUtils;

/// Starts the product's own PostgreSQL for a test, from a program folder that all tests share.
final class PostgresFixture {

    static final Path PROGRAM = Path.of("target", "postgres").toAbsolutePath();
    static final Map<String, String> ENVIRONMENT = Map.of("PEERAGE_POSTGRES", PROGRAM.toString());

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private PostgresFixture() {}

    /// To make a database takes longer than most tests that need one: it is made once, and each has a copy of it.
    private static final class Made {

        private static final Path HOME = make();

        private static Path make() {
            try {
                var home = Passable.folder("peerage-made");
                Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(home)));
                fresh(home).close();
                for (var file : List.of("lock", "database.port", "postgres.log")) {
                    Files.deleteIfExists(home.resolve(file));
                }
                return home;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void delete(Path home) {
            try {
                FileSystemUtils.deleteRecursively(home);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static Database start(Path home) {
        furnish(home);
        return fresh(home);
    }

    /// Made by the program itself where there is none.
    static Database fresh(Path home) {
        return Database.start(home, ENVIRONMENT);
    }

    /// Puts a database into an empty folder, with its passwords, owners and rights.
    static void furnish(Path home) {
        if (!Files.exists(home.resolve("database"))) {
            copy(Made.HOME + "/.", home);
        }
    }

    /// Unpacks the program by copying what is unpacked already, which is much faster.
    static void unpack(Path folder) throws IOException {
        Files.createDirectories(folder);
        copy(PostgresProgram.unpackedTo(PROGRAM).toString(), folder);
    }

    static void copy(String from, Path to) {
        try {
            var copied = new ProcessBuilder("cp", "-a", from, to.toString())
                    .inheritIO()
                    .start()
                    .waitFor();
            if (copied != 0) {
                throw new IllegalStateException(from + " could not be copied to " + to);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
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
