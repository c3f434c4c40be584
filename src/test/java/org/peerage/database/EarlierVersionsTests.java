package org.peerage.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.peerage.Passable;

/// Installations as earlier versions left them: each is the demonstration of that version, as its own backup command
/// wrote it. The database is made as it was then, and today's program starts on it.
class EarlierVersionsTests {

    private static final Path KEPT = Path.of("src/test/resources/dumps");

    @TempDir(factory = Passable.class)
    private Path home;

    static List<Path> kept() throws IOException {
        try (Stream<Path> folders = Files.list(KEPT)) {
            return folders.filter(Files::isDirectory).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("kept")
    void aDatabaseOfAnEarlierVersionGoesOnWithEverythingThatWasInIt(Path version) throws Exception {
        try (var backup = BackupFile.open(version.resolve("backup.zip"))) {
            try (var database = PostgresFixture.start(home)) {
                new Restore(backup)
                        .into(
                                PostgresFixture.login(home, Role.MIGRATE),
                                new Migrations(Modules.inOrder(), version.toString()));
                assertThat(new Migrations(Modules.inOrder(), "").areUpToDate(database.app()))
                        .as("the schema of then")
                        .isFalse();
            }
            try (var database = PostgresFixture.fresh(home)) {
                database.migrate(Modules.inOrder());
                assertThat(new Migrations(Modules.inOrder(), "").areUpToDate(database.app()))
                        .isTrue();
                theHistoryOfEachSchemaIsWhole();
                everyTableStillForcesRowSecurity();
                everyRowIsAsItWas(backup);
                itsRoomsOpen(version.resolve("room-keys"));
            }
        }
    }

    /// They are to be of different schemas, and small.
    @Test
    void whatIsKeptIsOfOtherSchemasThanTodaysAndSmall() throws Exception {
        var schemas = new ArrayList<Object>();
        for (var version : kept()) {
            try (var backup = BackupFile.open(version.resolve("backup.zip"))) {
                backup.verify();
                schemas.add(backup.contents().schemas());
                assertThat(backup.contents().rows()).isGreaterThan(500);
            }
            assertThat(Files.size(version.resolve("backup.zip")))
                    .as(version.toString())
                    .isLessThan(500_000);
        }
        assertThat(schemas).hasSizeGreaterThan(3).doesNotHaveDuplicates();
    }

    /// Flyway has compared the steps that were taken with the files before it took the others.
    private void theHistoryOfEachSchemaIsWhole() throws Exception {
        for (var module : Modules.inOrder()) {
            var files = Path.of("src/main/resources/db/migration").resolve(module);
            if (Files.isDirectory(files)) {
                try (var steps = Files.list(files)) {
                    assertThat(PostgresFixture.one(
                                    all(),
                                    "select count(*) filter (where success) from " + module
                                            + ".flyway_history where version is not null"))
                            .as(module)
                            .isEqualTo(Long.toString(steps.count()));
                }
            }
        }
    }

    private void everyTableStillForcesRowSecurity() throws Exception {
        assertThat(PostgresFixture.one(all(), """
                select coalesce(string_agg(n.nspname || '.' || c.relname, ', '), '')
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relkind in ('r', 'p') and n.nspname !~ '^(pg_|information_schema)'
                  and c.relname <> 'flyway_history' and (n.nspname, c.relname) <> ('database', 'schema_state')
                  and has_any_column_privilege('peerage_app', c.oid, 'select, insert, update, references')
                  and not (c.relrowsecurity and c.relforcerowsecurity)
                """)).isEmpty();
        assertThat(PostgresFixture.one(all(), "select count(*) from pg_trigger where tgenabled = 'D'"))
                .isEqualTo("0");
        assertThat(PostgresFixture.one(all(), "select count(*) from pg_constraint where not convalidated"))
                .isEqualTo("0");
    }

    /// In the columns of then. A step that changes what is in them names its table here, with why.
    private void everyRowIsAsItWas(BackupFile backup) throws Exception {
        try (var connection = all().open()) {
            BackupTable.prepare(connection);
            for (var table : backup.contents().tables()) {
                assertThat(table.copiedTo(connection, OutputStream.nullOutputStream()))
                        .isEqualTo(table);
            }
        }
    }

    private void itsRoomsOpen(Path keys) throws Exception {
        assertThat(PostgresFixture.one(all(), "select count(*) > 0 from groups.group"))
                .isEqualTo("t");
        try (var connection = all().open()) {
            var rooms = new KeptRoom(connection, keys);
            assertThat(rooms.all()).isNotEmpty();
            for (var room : rooms.all()) {
                assertThat(rooms.opened(room)).isGreaterThan(5);
            }
        }
    }

    private DatabaseLogin all() {
        return PostgresFixture.login(home, Role.SUPERUSER);
    }
}
