package org.peerage.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peerage.Passable;

class MigrationsTests {

    @TempDir(factory = Passable.class)
    private Path home;

    private Database database;

    @BeforeEach
    void start() {
        database = PostgresFixture.start(home);
    }

    @AfterEach
    void stop() {
        database.close();
    }

    @Test
    void aSecondStartFindsNothingToDoAndNeedsNoMigrationRole() throws Exception {
        database.migrate(List.of("database", "tenancy", "moduleWithoutFiles", "beehive"));
        PostgresFixture.run(PostgresFixture.login(home, Role.SUPERUSER), "alter role peerage_migrate nologin");

        database.migrate(List.of("database", "tenancy", "moduleWithoutFiles", "beehive"));

        assertThat(history("beehive")).isEqualTo("1");
        assertThatThrownBy(() -> database.migrate(List.of("database", "tenancy", "beehive", "apiary")))
                .isInstanceOf(DatabaseRefused.class)
                .hasMessageContaining("not permitted to log in");
    }

    @Test
    void aNewFileIsAppliedAtTheNextStart() throws Exception {
        database.migrate(List.of("database", "tenancy"));
        database.migrate(List.of("database", "tenancy", "apiary"));
        assertThat(history("apiary")).isEqualTo("2");
        assertThat(PostgresFixture.one(owner(), "select version from database.schema_states() where module = 'apiary'"))
                .isEqualTo("2");
    }

    @Test
    void whatANewerPeerageWroteIsRefused() throws Exception {
        database.migrate(List.of("database", "tenancy", "apiary"));
        assertThatThrownBy(() -> database.migrate(List.of("database", "tenancy")))
                .isInstanceOf(DatabaseRefused.class)
                .hasMessageContaining("this one knows no schema apiary");

        PostgresFixture.run(
                PostgresFixture.login(home, Role.SUPERUSER),
                "update database.schema_state set version = 3 where module = 'apiary'");
        assertThatThrownBy(() -> database.migrate(List.of("database", "tenancy", "apiary")))
                .isInstanceOf(DatabaseRefused.class)
                .hasMessage("The folder " + home
                        + " (PEERAGE_HOME) was written by another version of Peerage: its schema apiary"
                        + " is at version 3, and this one knows it up to 2. Nothing was changed. Start the version that"
                        + " wrote it, or begin anew in an empty one.");
    }

    @Test
    void aFolderOfAVersionThatWasMadeInOtherStepsIsRefusedWithASentenceAndStaysAsItWas() throws Exception {
        database.migrate(List.of("database", "tenancy", "beehive"));
        PostgresFixture.run(
                PostgresFixture.login(home, Role.SUPERUSER),
                "update beehive.flyway_history set checksum = 1 where version = '1'",
                "update database.schema_state set fingerprint = 'other' where module = 'beehive'");
        assertThatThrownBy(() -> database.migrate(List.of("database", "tenancy", "apiary", "beehive")))
                .isInstanceOf(DatabaseRefused.class)
                .hasMessage(
                        "The folder " + home + " (PEERAGE_HOME) was written by another version of Peerage: its schema"
                                + " beehive was made in other steps than this one's. Nothing was changed. Start the version that"
                                + " wrote it, or begin anew in an empty one.");
        assertThat(PostgresFixture.one(owner(), "select count(*) from pg_namespace where nspname = 'apiary'"))
                .isEqualTo("0");
    }

    @Test
    void modulesStandAfterThoseThatTheyBuildOn() {
        var modules = Modules.inOrder();

        assertThat(modules).contains("rooms", "web").doesNotHaveDuplicates();
        assertThat(modules).containsSubsequence("database", "tenancy", "mail", "identity", "networks", "groups");
        assertThat(modules).containsSubsequence("rooms", "meetings", "commitments");
    }

    @Test
    void aBrokenFileLeavesNothingBehindAndIsNamed() throws Exception {
        assertThatThrownBy(() -> database.migrate(List.of("database", "tenancy", "swarm")))
                .isInstanceOf(DatabaseRefused.class)
                .hasMessageContaining("schema swarm");
        assertThat(PostgresFixture.one(
                        owner(), "select count(*) from pg_tables where schemaname = 'swarm' and tablename = 'swarm'"))
                .isEqualTo("0");
        database.migrate(List.of("database", "tenancy", "beehive"));
    }

    @Test
    void twoNodesThatStartTogetherTakeTurns() throws Exception {
        var modules = List.of("database", "tenancy", "beehive", "apiary");
        try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = nodes.submit(() -> database.migrate(modules));
            var second = nodes.submit(() -> database.migrate(modules));
            first.get();
            second.get();
        }
        assertThat(history("apiary")).isEqualTo("2");
    }

    private String history(String module) throws Exception {
        return PostgresFixture.one(
                owner(), "select count(*) from " + module + ".flyway_history where success and version is not null");
    }

    private DatabaseLogin owner() {
        return PostgresFixture.login(home, Role.SUPERUSER);
    }
}
