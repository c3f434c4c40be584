package org.peerage.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// Brings the schema of each module up to date. A module is a schema of the same name, filled by the files in
/// `db/migration/<module>` in the order of their numbers, owned by `peerage_owner`.
///
/// A fingerprint of all files is kept in the database, so that a start with nothing to do asks one question.
final class Migrations {

    private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);
    private static final Pattern FILE = Pattern.compile("V([0-9]+)__[a-z0-9_]+\\.sql");

    /// Any number will do, as long as every node takes the same.
    private static final long TURN = 7_337_243_011_284L;

    private final List<String> modules;
    private final String place;
    private final PathMatchingResourcePatternResolver files = new PathMatchingResourcePatternResolver();

    /// What a module's schema is at, or would be brought to.
    record State(int version, String fingerprint) {}

    /// @param place what is refused when it was written by another version: a folder, or a variable with its address
    Migrations(List<String> modules, String place) {
        this.modules = List.copyOf(modules);
        this.place = place;
    }

    /// @param migration absent where an external database is migrated by somebody else
    void bringUpToDate(DatabaseLogin app, @Nullable DatabaseLogin migration) {
        var wanted = wanted();
        var applied = applied(app);
        refuseUnknown(wanted, applied);
        if (applied.equals(wanted)) {
            return;
        }
        if (migration == null) {
            throw new DatabaseRefused("The schema of the database is older than this Peerage, and "
                    + ExternalDatabase.MIGRATION_VARIABLE + " is not set; set it to let Peerage bring it up to date.");
        }
        migrate(wanted, migration);
    }

    boolean areUpToDate(DatabaseLogin app) {
        var applied = applied(app);
        var wanted = wanted();
        refuseUnknown(wanted, applied);
        return applied.equals(wanted);
    }

    void refuseUnlessEmpty(DatabaseLogin app) {
        if (!applied(app).isEmpty()) {
            throw new DatabaseRefused(place + " holds a Peerage already, and a backup is brought back into an empty"
                    + " one only. Nothing was changed. Name another folder (PEERAGE_HOME) or another database.");
        }
    }

    /// Makes the schemas as an earlier version had them, in an empty database, for rows that come from there.
    void makeAsOf(Map<String, State> then, DatabaseLogin migration) {
        migrate(asOf(then), migration);
    }

    /// Those schemas, where this version knows how they were made.
    Map<String, State> asOf(Map<String, State> then) {
        var today = wanted();
        refuseUnknown(today, then);
        Map<String, State> wanted = new LinkedHashMap<>();
        try {
            for (var module : today.keySet()) {
                var state = then.get(module);
                if (state != null) {
                    var same = state(module, migrationsOf(module), state.version());
                    if (!same.equals(state)) {
                        throw writtenByAnother("its schema " + module + " was made in other steps than this one's");
                    }
                    wanted.put(module, same);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return wanted;
    }

    private void migrate(Map<String, State> wanted, DatabaseLogin login) {
        try (var connection = login.open()) {
            execute(connection, "select pg_advisory_lock(" + TURN + ")");
            takeOwnerRole(connection);
            // Another node may have had its turn while this one waited.
            refuseUnknown(wanted, states(connection));
            for (var module : wanted.keySet()) {
                refuseChanged(module, connection, login);
            }
            for (var entry : wanted.entrySet()) {
                migrate(entry.getKey(), entry.getValue().version(), login);
                execute(connection, "grant usage on schema " + entry.getKey() + " to peerage_app");
            }
            for (var entry : wanted.entrySet()) {
                record(connection, entry.getKey(), entry.getValue());
            }
        } catch (SQLException e) {
            throw new DatabaseRefused("The schema could not be brought up to date: " + e.getMessage(), e);
        }
    }

    private static void migrate(String module, int version, DatabaseLogin login) {
        try {
            var result = flyway(module, login)
                    .target(Integer.toString(version))
                    .load()
                    .migrate();
            if (result.migrationsExecuted > 0) {
                LOG.info("Brought the schema {} to version {}", module, result.targetSchemaVersion);
            }
        } catch (FlywayException e) {
            throw new DatabaseRefused(
                    "The schema " + module + " could not be brought up to date: " + e.getMessage(), e);
        }
    }

    private static FluentConfiguration flyway(String module, DatabaseLogin login) {
        return Flyway.configure()
                .dataSource(login.url(), login.user(), login.password())
                .initSql("set role peerage_owner")
                .schemas(module)
                .defaultSchema(module)
                .createSchemas(true)
                .table("flyway_history")
                .locations("classpath:db/migration/" + module)
                .validateMigrationNaming(true)
                .cleanDisabled(true);
    }

    private static void takeOwnerRole(Connection connection) {
        try {
            execute(connection, "set role peerage_owner");
        } catch (SQLException e) {
            throw new DatabaseRefused(
                    "The role of " + ExternalDatabase.MIGRATION_VARIABLE
                            + " is not a member of peerage_owner; deploy/postgres/roles.sql shows how it is made.",
                    e);
        }
    }

    private void refuseUnknown(Map<String, State> wanted, Map<String, State> applied) {
        applied.forEach((module, state) -> {
            var known = wanted.get(module);
            if (known == null) {
                throw writtenByAnother("this one knows no schema " + module);
            }
            if (known.version() < state.version()) {
                throw writtenByAnother("its schema " + module + " is at version " + state.version()
                        + ", and this one knows it up to " + known.version());
            }
        });
    }

    /// Before the first schema is touched, so that what is refused stays as it was.
    private void refuseChanged(String module, Connection connection, DatabaseLogin login) throws SQLException {
        try (var statement = connection.createStatement();
                var history = statement.executeQuery("select to_regclass('" + module + ".flyway_history')")) {
            history.next();
            if (history.getString(1) == null) {
                return;
            }
        }
        var found = flyway(module, login)
                .ignoreMigrationPatterns("*:pending")
                .load()
                .validateWithResult();
        if (!found.validationSuccessful) {
            throw writtenByAnother("its schema " + module + " was made in other steps than this one's");
        }
    }

    private DatabaseRefused writtenByAnother(String fact) {
        return new DatabaseRefused(place + " was written by another version of Peerage: " + fact
                + ". Nothing was changed. Start the version that wrote it, or begin anew in an empty one.");
    }

    private static Map<String, State> applied(DatabaseLogin app) {
        try (var connection = app.open()) {
            return states(connection);
        } catch (SQLException e) {
            throw new DatabaseRefused(
                    "The database of " + ExternalDatabase.APP_VARIABLE + " does not answer: " + e.getMessage(), e);
        }
    }

    /// What `states` gives, for a role that reads every table and may not call the application's function.
    static Map<String, State> kept(Connection connection) throws SQLException {
        return states(connection, "to_regclass('database.schema_state') is not null", "database.schema_state");
    }

    /// Empty on a database that was never migrated.
    private static Map<String, State> states(Connection connection) throws SQLException {
        return states(
                connection,
                "exists (select 1 from pg_catalog.pg_proc p join pg_catalog.pg_namespace n on n.oid = p.pronamespace"
                        + " where n.nspname = 'database' and p.proname = 'schema_states')",
                "database.schema_states()");
    }

    private static Map<String, State> states(Connection connection, String isThere, String source) throws SQLException {
        Map<String, State> states = new LinkedHashMap<>();
        try (var statement = connection.createStatement()) {
            try (var there = statement.executeQuery("select " + isThere)) {
                there.next();
                if (!there.getBoolean(1)) {
                    return states;
                }
            }
            try (var rows = statement.executeQuery(
                    "select s.module, s.version, s.fingerprint from " + source + " s order by s.module")) {
                while (rows.next()) {
                    states.put(
                            rows.getString("module"), new State(rows.getInt("version"), rows.getString("fingerprint")));
                }
            }
        }
        return states;
    }

    private static void record(Connection connection, String module, State state) throws SQLException {
        try (var statement = connection.prepareStatement("""
                insert into database.schema_state (module, version, fingerprint) values (?, ?, ?)
                on conflict (module) do update set version = excluded.version, fingerprint = excluded.fingerprint
                """)) {
            statement.setString(1, module);
            statement.setInt(2, state.version());
            statement.setString(3, state.fingerprint());
            statement.executeUpdate();
        }
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /// In the order of the modules; a module without files is left out.
    private Map<String, State> wanted() {
        Map<String, State> wanted = new LinkedHashMap<>();
        try {
            for (var module : modules) {
                var found = migrationsOf(module);
                if (!found.isEmpty()) {
                    wanted.put(module, state(module, found, Integer.MAX_VALUE));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return wanted;
    }

    private List<Resource> migrationsOf(String module) throws IOException {
        List<Resource> found =
                new ArrayList<>(Arrays.asList(files.getResources("classpath*:db/migration/" + module + "/*.sql")));
        found.sort(Comparator.comparing(Migrations::name));
        return found;
    }

    /// @param upTo the version after which files do not count
    private static State state(String module, List<Resource> found, int upTo) throws IOException {
        var digest = sha256();
        var version = 0;
        for (var file : found) {
            var name = FILE.matcher(name(file));
            if (!name.matches()) {
                throw new DatabaseRefused(
                        "The migration " + module + "/" + name(file) + " is not named like V1__what_it_does.sql.");
            }
            if (Integer.parseInt(name.group(1)) > upTo) {
                continue;
            }
            version = Math.max(version, Integer.parseInt(name.group(1)));
            digest.update(name(file).getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(file.getContentAsByteArray());
            digest.update((byte) 0);
        }
        return new State(version, HexFormat.of().formatHex(digest.digest()));
    }

    private static String name(Resource file) {
        return String.valueOf(file.getFilename());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
