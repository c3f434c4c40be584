package org.peerage.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peerage.Passable;

class BackupTests {

    private static final Instant NOW = Instant.parse("2026-11-28T04:15:00Z");
    private static final List<String> ALL = Modules.inOrder();

    @TempDir(factory = Passable.class)
    private static Path machine;

    private static Path home;
    private static Path elsewhere;
    private static Path file;
    private static String profile;

    /// Taken of a version that had no wall yet, while it ran; brought back by one that has gone on.
    @BeforeAll
    static void backup() throws Exception {
        home = machine.resolve("home");
        elsewhere = machine.resolve("elsewhere");
        try (var database = PostgresFixture.start(home)) {
            database.migrate(ALL);
            fill();
            PostgresFixture.run(
                    PostgresFixture.login(home, Role.SUPERUSER),
                    "drop schema wall cascade",
                    "delete from database.schema_state where module = 'wall'");
            profile = PostgresFixture.one(
                    PostgresFixture.login(home, Role.BACKUP), "select p::text from networks.profile p");
            file = Backups.take(home, PostgresFixture.ENVIRONMENT, machine.resolve("backups"), NOW)
                    .file();
        }
    }

    /// With a row that refers to another and to itself, one that a trigger would change, and letters that a text format
    /// stumbles on.
    private static void fill() throws Exception {
        PostgresFixture.run(
                PostgresFixture.login(home, Role.SUPERUSER),
                "insert into networks.network (id, name, purpose, zone, founded_by, founded_at) values"
                        + " ('00000000-0000-7000-8000-000000000001', E'Tab\\there, back\\\\slash, Ångström\\nline', '', 'UTC', gen_random_uuid(), now())",
                "insert into networks.profile (id, network_id, name, organisation, sought, changed_at) values"
                        + " ('00000000-0000-7000-8000-000000000002', '00000000-0000-7000-8000-000000000001', 'Ann', 'Acme', 'ann', now())",
                "insert into identity.web_session values ('1', '2', 1, 1, 1, 1, 'ann')");
    }

    @Test
    void whatIsBroughtBackElsewhereIsWhatWasTakenAndUpToDate() throws Exception {
        assertThat(file).hasFileName("peerage-20261128T041500Z.zip");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        var held = Backups.bringBack(file, elsewhere, PostgresFixture.ENVIRONMENT, NOW.plusSeconds(60));
        assertThat(held.rows()).isGreaterThan(1);

        try (var database = PostgresFixture.fresh(elsewhere)) {
            database.migrate(ALL);
            assertThat(PostgresFixture.one(
                            PostgresFixture.login(elsewhere, Role.BACKUP), "select count(*) from wall.entry"))
                    .as("what has come since")
                    .isEqualTo("0");
            var all = PostgresFixture.login(elsewhere, Role.BACKUP);
            assertThat(PostgresFixture.one(all, "select p::text from networks.profile p"))
                    .isEqualTo(profile);
            assertThat(PostgresFixture.one(all, "select name from networks.network"))
                    .isEqualTo("Tab\there, back\\slash, Ångström\nline");
            assertThat(PostgresFixture.one(all, "select count(*) from identity.web_session"))
                    .as("nobody is signed in by a backup")
                    .isEqualTo("0");
            assertThat(PostgresFixture.one(
                            all,
                            "select count(*) from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                                    + " where c.relkind = 'r' and n.nspname in ('networks', 'rooms', 'identity')"
                                    + " and c.relname <> 'flyway_history' and not c.relforcerowsecurity"))
                    .as("tables left open")
                    .isEqualTo("0");
            assertThat(PostgresFixture.one(all, "select count(*) from pg_trigger where tgenabled = 'D'"))
                    .isEqualTo("0");
            assertThat(PostgresFixture.one(
                            database.app(), "select made_at = '2026-11-28T04:15Z' from database.last_restoration()"))
                    .isEqualTo("t");
        }
    }

    /// Who is signed in, who has tried to be, and a device that waits for somebody's keys.
    @Test
    void whatIsTrueForMinutesOrForOneServerStaysOut() throws Exception {
        try (var zip = new ZipFile(file.toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName))
                    .contains("tables/identity.person")
                    .doesNotContain(
                            "tables/identity.web_session",
                            "tables/identity.web_session_attributes",
                            "tables/identity.attempt",
                            "tables/identity.device");
        }
    }

    @Test
    void aDatabaseAtRestIsStartedForIt() {
        var again = Backups.take(home, PostgresFixture.ENVIRONMENT, machine.resolve("rest"), NOW);
        assertThat(again.tables()).isGreaterThan(30);
        assertThatThrownBy(() -> Backups.take(
                        machine.resolve("nothing"), PostgresFixture.ENVIRONMENT, machine.resolve("backups"), NOW))
                .isInstanceOf(DatabaseRefused.class)
                .hasMessageContaining("There is no Peerage in");
    }

    @Test
    void anotherDatabaseNamesTheRoleThatReadsEverything() {
        var environment = Map.of("PEERAGE_DATABASE_URL", "postgres://peerage_app:secret@db/peerage");
        assertThatThrownBy(() -> Backups.take(home, environment, machine, NOW))
                .isInstanceOf(DatabaseRefused.class)
                .hasMessageStartingWith("PEERAGE_BACKUP_DATABASE_URL is not set")
                .hasMessageNotContaining("secret");
    }

    @Test
    void whatIsDamagedCutShortOrNewerIsRefusedAndLeavesNothing() throws Exception {
        var elsewhere = machine.resolve("nowhere");

        refused(file, home, "holds a Peerage already");

        var cutShort = machine.resolve("short.zip");
        var bytes = Files.readAllBytes(file);
        Files.write(cutShort, java.util.Arrays.copyOf(bytes, bytes.length - 100));
        refused(cutShort, elsewhere, "is not a whole backup");
        refused(Files.writeString(machine.resolve("text.zip"), "roster"), elsewhere, "is not a whole backup");

        refused(
                changed(file, Map.of("tables/networks.network", "Tab", "contents.txt", "Tab")),
                elsewhere,
                "the rows of networks.network have changed");
        refused(
                changed(file, Map.of("contents.txt", "schema goals 1")),
                elsewhere,
                "its schema goals is at version 10, and this one knows it up to 1");
        assertThat(elsewhere).doesNotExist();
    }

    private void refused(Path file, Path elsewhere, String sentence) {
        assertThatThrownBy(() -> Backups.bringBack(file, elsewhere, PostgresFixture.ENVIRONMENT, NOW))
                .isInstanceOf(DatabaseRefused.class)
                .hasMessageContaining(sentence);
    }

    /// The same backup, with a nought after the given words.
    private Path changed(Path file, Map<String, String> words) throws IOException {
        var changed = machine.resolve("changed.zip");
        var wanted = new HashMap<>(words);
        try (var from = new ZipFile(file.toFile());
                var to = new ZipOutputStream(Files.newOutputStream(changed))) {
            for (var entry : from.stream().toList()) {
                var text =
                        new String(from.getInputStream(entry).readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
                var word = wanted.get(entry.getName());
                to.putNextEntry(new ZipEntry(entry.getName()));
                to.write((word == null ? text : text.replace(word, word + "0"))
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
        }
        return changed;
    }
}
