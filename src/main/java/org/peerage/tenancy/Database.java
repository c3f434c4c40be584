package org.peerage.tenancy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

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

    private Database(DatabaseLogin app, @Nullable DatabaseLogin migration, @Nullable EmbeddedPostgres embedded) {
        this.app = app;
        this.migration = migration;
        this.embedded = embedded;
    }

    /// Starts the embedded PostgreSQL in this folder, or takes the external one that the environment names.
    ///
    /// @throws DatabaseRefused when it cannot be used
    public static Database start(Path home, Map<String, String> environment) {
        var external = ExternalDatabase.from(environment);
        if (external.isPresent()) {
            var found = external.get();
            return new Database(found.app(), found.migration(), null);
        }
        var embedded = EmbeddedPostgres.start(home, programFolder(home, environment));
        return new Database(embedded.login(Role.APP), embedded.login(Role.MIGRATE), embedded);
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

    /// One transaction, as whoever acts now, in the database of an instance that is running; empty where none is.
    public static <T> Optional<T> besideRunning(
            Path home, Map<String, String> environment, Function<JdbcClient, T> work) {
        return running(home, environment).map(login -> {
            var dataSource = new TransactionalDataSource(
                    new DriverManagerDataSource(login.url(), login.user(), login.password()), () -> {});
            var transaction = new TransactionTemplate(new ScopedTransactions(dataSource));
            return Objects.requireNonNull(transaction.execute(status -> work.apply(JdbcClient.create(dataSource))));
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

    /// Brings the schemas of these modules, in this order, up to date, and refuses a schema newer than this program or
    /// a runtime role with more rights than it may have.
    public void migrate(List<String> modules) {
        new Migrations(modules).bringUpToDate(app, migration);
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
