package org.peerage.database;

import java.sql.SQLException;
import java.sql.Statement;

/// Creates the roles and the database of a fresh embedded PostgreSQL; `deploy/postgres/roles.sql` does the same by hand
/// for an external one. Every step may be repeated, because a start can be cut short anywhere.
final class Roles {

    /// Raise it when the steps change: they run again on existing folders.
    private static final String VERSION = "1";

    private final HomeFolder home;
    private final int port;

    Roles(HomeFolder home, int port) {
        this.home = home;
        this.port = port;
    }

    void create() {
        if (home.read("database.roles").filter(VERSION::equals).isPresent()) {
            return;
        }
        var password = home.password(Role.SUPERUSER);
        try (var connection = Role.SUPERUSER.login(port, "postgres", password).open();
                var statement = connection.createStatement()) {
            createRoles(statement);
            createDatabase(statement);
        } catch (SQLException e) {
            throw new DatabaseRefused("The roles of the database could not be created.", e);
        }
        try (var connection = Role.SUPERUSER.login(port, "peerage", password).open();
                var statement = connection.createStatement()) {
            statement.execute("revoke all on schema public from public");
        } catch (SQLException e) {
            throw new DatabaseRefused("The database could not be prepared.", e);
        }
        home.keep("database.roles", VERSION);
    }

    private void createRoles(Statement statement) throws SQLException {
        createRole(statement, "peerage_owner");
        createRole(statement, Role.MIGRATE.user());
        createRole(statement, Role.APP.user());
        createRole(statement, Role.BACKUP.user());
        // Passwords are base64url of our own making, so they cannot leave the quotes.
        statement.execute("alter role peerage_owner nologin nobypassrls");
        statement.execute("alter role peerage_migrate login noinherit nobypassrls password '%s'"
                .formatted(home.password(Role.MIGRATE)));
        statement.execute("alter role peerage_app login nobypassrls password '%s'".formatted(home.password(Role.APP)));
        statement.execute(
                "alter role peerage_backup login bypassrls password '%s'".formatted(home.password(Role.BACKUP)));
        statement.execute("grant peerage_owner to peerage_migrate");
        statement.execute("grant pg_read_all_data to peerage_backup");
        statement.execute("alter role peerage_app set statement_timeout = '30s'");
        statement.execute("alter role peerage_app set idle_in_transaction_session_timeout = '60s'");
    }

    private static void createRole(Statement statement, String role) throws SQLException {
        statement.execute("""
                do $$ begin
                    if not exists (select from pg_roles where rolname = '%1$s') then
                        create role %1$s;
                    end if;
                end $$
                """.formatted(role));
    }

    private static void createDatabase(Statement statement) throws SQLException {
        try (var found = statement.executeQuery("select 1 from pg_database where datname = 'peerage'")) {
            if (found.next()) {
                return;
            }
        }
        statement.execute("create database peerage owner peerage_owner");
        statement.execute("revoke all on database peerage from public");
        statement.execute("grant connect on database peerage to peerage_migrate, peerage_app, peerage_backup");
    }
}
