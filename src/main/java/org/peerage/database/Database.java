package org.peerage.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The one PostgreSQL that everything is kept in: started here and kept in `PEERAGE_HOME`, or an external one named by
/// `PEERAGE_DATABASE_URL`. ADR-0005 and ADR-0006 say why it is so.
///
/// Closing stops an embedded PostgreSQL in order. A process that dies without closing is no danger: a leash ends
/// PostgreSQL with it.
public final class Database implements AutoCloseable {

    /// The folder to unpack the PostgreSQL program to, for images that unpack it while they are built.
    private static final String PROGRAM_FOLDER = "PEERAGE_POSTGRES";

    private final DatabaseLogin app;
    private final @Nullable DatabaseLogin migration;
    private final @Nullable EmbeddedPostgres embedded;
    private final String place;

    private Database(
            DatabaseLogin app, @Nullable DatabaseLogin migration, @Nullable EmbeddedPostgres embedded, String place) {
        this.app = app;
        this.migration = migration;
        this.embedded = embedded;
        this.place = place;
    }

    /// Starts the embedded PostgreSQL in this folder, or takes the external one that the environment names.
    ///
    /// @throws DatabaseRefused when it cannot be used
    public static Database start(Path home, Map<String, String> environment) {
        var external = ExternalDatabase.from(environment);
        if (external.isPresent()) {
            var found = external.get();
            return new Database(
                    found.app(), found.migration(), null, "The database of " + ExternalDatabase.APP_VARIABLE);
        }
        var embedded = EmbeddedPostgres.start(home, programFolder(home, environment));
        return new Database(
                embedded.login(Role.APP),
                embedded.login(Role.MIGRATE),
                embedded,
                "The folder " + home + " (PEERAGE_HOME)");
    }

    /// How to reach, as the application, the database of an instance that is running now: for a second process such as
    /// the `enrol` command, which must not start one of its own.
    public static Optional<DatabaseLogin> running(Path home, Map<String, String> environment) {
        var external = ExternalDatabase.from(environment);
        if (external.isPresent()) {
            return external.map(ExternalDatabase::app);
        }
        return HomeFolder.port(home)
                .filter(Database::answers)
                .flatMap(port -> HomeFolder.password(home, Role.APP).map(password -> Role.APP.login(port, password)));
    }

    /// What an instance that is running stands on.
    ///
    /// @param clock    what its database takes for now
    /// @param upToDate whether its schema is the one that this program makes
    public record Examined(String version, Instant clock, boolean upToDate) {}

    /// Looks at the database of a running instance as the application does, and changes nothing. Empty where none runs.
    ///
    /// @throws DatabaseRefused when the role has rights that it may not have, or the schema is of a newer version
    public static Optional<Examined> examined(Path home, Map<String, String> environment) {
        return running(home, environment).map(login -> {
            RuntimeRole.check(login);
            try (var connection = login.open();
                    var statement = connection.createStatement();
                    var row = statement.executeQuery("select current_setting('server_version'), clock_timestamp()")) {
                row.next();
                return new Examined(
                        row.getString(1).split(" ", 2)[0],
                        row.getTimestamp(2).toInstant(),
                        new Migrations(Modules.inOrder(), home.toString()).areUpToDate(login));
            } catch (SQLException e) {
                throw new DatabaseRefused("The database does not answer: " + e.getMessage(), e);
            }
        });
    }

    /// Where the instance that keeps its data in this folder said people reach it.
    public static Optional<String> address(Path home) {
        return HomeFolder.address(home);
    }

    /// Unpacks the PostgreSQL program ahead of the first start and starts nothing.
    public static void unpack(Path home, Map<String, String> environment) {
        if (ExternalDatabase.from(environment).isEmpty()) {
            PostgresProgram.unpackedTo(programFolder(home, environment));
        }
    }

    /// Brings the schemas of these modules, in this order, up to date, and refuses what another version has written and
    /// a runtime role with more rights than it may have.
    public void migrate(List<String> modules) {
        new Migrations(modules, place).bringUpToDate(app, migration);
        RuntimeRole.check(app);
    }

    /// Fills this database, in which nothing is yet, with what a backup holds, and brings it up to date.
    void restore(BackupFile backup, List<String> modules, Instant now) {
        if (migration == null) {
            throw new DatabaseRefused(ExternalDatabase.MIGRATION_VARIABLE
                    + " is not set; a backup is brought back by the role that makes the schema.");
        }
        var migrations = new Migrations(modules, place);
        migrations.refuseUnlessEmpty(app);
        var restore = new Restore(backup);
        restore.into(migration, new Migrations(modules, "The backup"));
        migrate(modules);
        restore.remember(migration, now);
    }

    /// Keeps the address for commands that run beside this instance.
    void keepAddress(String address) {
        if (embedded != null) {
            embedded.keepAddress(address);
        }
    }

    /// When this database was brought back from a backup, and of when that was.
    public record Restored(Instant at, Instant made) {}

    /// The last time; empty where it never was.
    public Optional<Restored> restored() {
        try (var connection = app.open();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select restored_at, made_at from database.last_restoration()")) {
            return row.next()
                    ? Optional.of(new Restored(
                            row.getTimestamp(1).toInstant(), row.getTimestamp(2).toInstant()))
                    : Optional.empty();
        } catch (SQLException e) {
            throw new DatabaseRefused(place + " does not answer: " + e.getMessage(), e);
        }
    }

    /// The role that serves requests: subject to row-level security, owner of nothing.
    public DatabaseLogin app() {
        return app;
    }

    @Override
    public void close() {
        if (embedded != null) {
            embedded.close();
        }
    }

    static Path programFolder(Path home, Map<String, String> environment) {
        var chosen = environment.getOrDefault(PROGRAM_FOLDER, "");
        return chosen.isBlank() ? home.resolve("postgres") : Path.of(chosen);
    }

    static boolean answers(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }
}
