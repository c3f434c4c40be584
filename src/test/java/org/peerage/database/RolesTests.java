package org.peerage.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.peerage.Passable;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RolesTests {

    private Path home;
    private Database database;

    @BeforeAll
    void start(@TempDir(factory = Passable.class) Path folder) {
        home = folder;
        database = PostgresFixture.start(home);
        database.migrate(List.of("database", "tenancy", "beehive"));
    }

    @AfterAll
    void stop() {
        database.close();
    }

    @Test
    void rolesHaveTheRightsTheyNeedAndNoMore() throws Exception {
        List<String> roles = new ArrayList<>();
        try (var connection = login(Role.SUPERUSER).open();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select rolname, rolcanlogin, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb
                          from pg_roles where rolname like 'peerage%' order by rolname
                        """)) {
            while (rows.next()) {
                roles.add("%s login=%s super=%s bypass=%s create=%s"
                        .formatted(
                                rows.getString(1),
                                rows.getBoolean(2),
                                rows.getBoolean(3),
                                rows.getBoolean(4),
                                rows.getBoolean(5) || rows.getBoolean(6)));
            }
        }
        assertThat(roles)
                .containsExactly(
                        "peerage_app login=true super=false bypass=false create=false",
                        "peerage_backup login=true super=false bypass=true create=false",
                        "peerage_migrate login=true super=false bypass=false create=false",
                        "peerage_owner login=false super=false bypass=false create=false");
    }

    @Test
    void theApplicationCanNeitherMakeTablesNorReadTheHistory() {
        assertThatThrownBy(() -> PostgresFixture.run(login(Role.APP), "create table public.x (y int)"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> PostgresFixture.run(login(Role.APP), "create temporary table x (y int)"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied");
        for (var table : List.of("database.flyway_history", "database.schema_state", "beehive.flyway_history")) {
            assertThatThrownBy(() -> PostgresFixture.run(login(Role.APP), "select count(*) from " + table))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied");
        }
        assertThatThrownBy(() -> PostgresFixture.run(login(Role.APP), "set role peerage_owner"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied");
    }

    @Test
    void everythingBelongsToTheOwnerAndTheBackupSeesIt() throws Exception {
        assertThat(PostgresFixture.one(login(Role.SUPERUSER), """
                select string_agg(distinct pg_get_userbyid(relowner), ',') from pg_class
                 where relnamespace in ('tenancy'::regnamespace, 'beehive'::regnamespace)
                """)).isEqualTo("peerage_owner");
        assertThat(PostgresFixture.one(login(Role.BACKUP), "select count(*) from beehive.hive"))
                .isEqualTo("2");
        // Forced row security binds the owner too.
        assertThat(PostgresFixture.one(login(Role.APP), "select count(*) from beehive.hive"))
                .isEqualTo("0");
    }

    @Test
    void nobodyActsUntilATransactionSaysSo() throws Exception {
        var person = "018f0000-0000-7000-8000-000000000001";
        assertThat(PostgresFixture.one(login(Role.APP), "select coalesce(tenancy.me()::text, 'nobody')"))
                .isEqualTo("nobody");
        assertThat(PostgresFixture.one(login(Role.APP), "select tenancy.acting_as('mail')"))
                .isEqualTo("f");
        try (var connection = login(Role.APP).open();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select set_config('app.person_id', '" + person
                    + "', true), set_config('app.system_actor', 'mail', true)");
            try (var rows = statement.executeQuery(
                    "select tenancy.me(), tenancy.acting_as('mail'), tenancy.acting_as('jobs')")) {
                rows.next();
                assertThat(rows.getString(1)).isEqualTo(person);
                assertThat(rows.getBoolean(2)).isTrue();
                assertThat(rows.getBoolean(3)).isFalse();
            }
            connection.commit();
            try (var rows = statement.executeQuery("select tenancy.me(), tenancy.acting_as('mail')")) {
                rows.next();
                assertThat(rows.getString(1)).isNull();
                assertThat(rows.getBoolean(2)).isFalse();
            }
        }
    }

    @Test
    void aRuntimeRoleWithTooManyRightsIsRefused() throws Exception {
        PostgresFixture.run(
                login(Role.SUPERUSER),
                "create role keeper login password 'keeper'",
                "grant peerage_owner to keeper",
                "grant connect on database peerage to keeper");
        RuntimeRole.check(login(Role.APP));
        refused(login(Role.SUPERUSER), "is a superuser");
        refused(login(Role.BACKUP), "may bypass row-level security");
        refused(login(Role.MIGRATE), "owns tables");
        refused(new DatabaseLogin(login(Role.APP).url(), "keeper", "keeper"), "owns tables");
        refused(new DatabaseLogin(login(Role.APP).url(), "keeper", "wrong"), "refuses the role keeper");
    }

    @Test
    void anExternalDatabaseServesThroughItsUrls() throws Exception {
        var port = HomeFolder.port(home).orElseThrow();
        var app = "postgres://peerage_app:" + login(Role.APP).password() + "@127.0.0.1:" + port + "/peerage";
        try (var external = Database.start(home, Map.of("PEERAGE_DATABASE_URL", app))) {
            external.migrate(List.of("database", "tenancy", "beehive"));
            assertThat(PostgresFixture.one(external.app(), "select current_user"))
                    .isEqualTo("peerage_app");
            assertThatThrownBy(() -> external.migrate(List.of("database", "tenancy", "beehive", "apiary")))
                    .isInstanceOf(DatabaseRefused.class)
                    .hasMessageContaining("PEERAGE_MIGRATION_DATABASE_URL is not set");
        }
    }

    private DatabaseLogin login(Role role) {
        return PostgresFixture.login(home, role);
    }

    private static void refused(DatabaseLogin login, String fact) {
        assertThatThrownBy(() -> RuntimeRole.check(login))
                .isInstanceOf(DatabaseRefused.class)
                .hasMessageContaining(fact)
                .hasMessageContaining(login.user());
    }
}
