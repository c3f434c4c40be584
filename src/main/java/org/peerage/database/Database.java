package org.peerage.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
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

    /// Keeps the address for commands that run beside this instance.
    void keepAddress(String address) {
        if (embedded != null) {
            embedded.keepAddress(address);
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

    private static Path programFolder(Path home, Map<String, String> environment) {
        var chosen = environment.getOrDefault(PROGRAM_FOLDER, "");
        return chosen.isBlank() ? home.resolve("postgres") : Path.of(chosen);
    }

    private static boolean answers(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }
}
