package org.peerage.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationsTests {

    @TempDir
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
        database.migrate(List.of("tenancy", "moduleWithoutFiles", "beehive"));
        PostgresFixture.run(PostgresFixture.login(home, Role.SUPERUSER), "alter role peerage_migrate nologin");

        database.migrate(List.of("tenancy", "moduleWithoutFiles", "beehive"));

        assertThat(history("beehive")).isEqualTo("1");
        assertThatThrownBy(() -> database.migrate(List.of("tenancy", "beehive", "apiary")))
                .isInstanceOf(DatabaseRefused.class)
                .hasMessageContaining("not permitted to log in");
    }

    @Test
    void aNewFileIsAppliedAtTheNextStart() throws Exception {
        database.migrate(List.of("tenancy"));
        database.migrate(List.of("tenancy", "apiary"));
        assertThat(history("apiary")).isEqualTo("2");
        assertThat(PostgresFixture.one(owner(), "select version from tenancy.schema_states() where module = 'apiary'"))
                .isEqualTo("2");
    }

    @Test
    void aSchemaOfANewerPeerageIsRefused() throws Exception {
        database.migrate(List.of("tenancy", "apiary"));
        assertThatThrownBy(() -> database.migrate(List.of("tenancy")))
                .isInstanceOf(DatabaseRefused.class)
                .hasMessageContaining("newer Peerage (schema apiary is at version 2)");

        PostgresFixture.run(
                PostgresFixture.login(home, Role.SUPERUSER),
                "update tenancy.schema_state set version = 3 where module = 'apiary'");
        assertThatThrownBy(() -> database.migrate(List.of("tenancy", "apiary")))
                .isInstanceOf(DatabaseRefused.class)
                .hasMessageContaining("newer Peerage (schema apiary is at version 3)");
    }

    @Test
    void aFileThatWasChangedAfterwardsIsRefused() throws Exception {
        database.migrate(List.of("tenancy", "beehive"));
        PostgresFixture.run(
                PostgresFixture.login(home, Role.SUPERUSER),
                "update beehive.flyway_history set checksum = 1 where version = '1'",
                "update tenancy.schema_state set fingerprint = 'other' where module = 'beehive'");
        assertThatThrownBy(() -> database.migrate(List.of("tenancy", "beehive")))
                .isInstanceOf(DatabaseRefused.class)
                .hasMessageContaining("checksum mismatch");
    }

    @Test
    void aBrokenFileLeavesNothingBehindAndIsNamed() throws Exception {
        assertThatThrownBy(() -> database.migrate(List.of("tenancy", "swarm")))
                .isInstanceOf(DatabaseRefused.class)
                .hasMessageContaining("schema swarm");
        assertThat(PostgresFixture.one(
                        owner(), "select count(*) from pg_tables where schemaname = 'swarm' and tablename = 'swarm'"))
                .isEqualTo("0");
        database.migrate(List.of("tenancy", "beehive"));
    }

    @Test
    void twoNodesThatStartTogetherTakeTurns() throws Exception {
        var modules = List.of("tenancy", "beehive", "apiary");
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
