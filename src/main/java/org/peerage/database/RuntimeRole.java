package org.peerage.database;

import java.sql.SQLException;

/// Refuses to serve as a role that row-level security does not bind (ADR-0006).
final class RuntimeRole {

    private RuntimeRole() {}

    static void check(DatabaseLogin login) {
        try (var connection = login.open();
                var statement = connection.createStatement();
                var found = statement.executeQuery("""
                        select r.rolsuper, r.rolbypassrls,
                               exists (select from pg_catalog.pg_class c
                                        where c.relkind in ('r', 'p', 'm', 'v')
                                          and pg_catalog.pg_has_role(r.oid, c.relowner, 'member')) as owns,
                               current_setting('server_version_num')::int as version
                          from pg_catalog.pg_roles r
                         where r.rolname = current_user
                        """)) {
            found.next();
            if (found.getInt("version") < 150_000) {
                throw new DatabaseRefused(
                        "PEERAGE_DATABASE_URL leads to a PostgreSQL older than 15; Peerage needs 15 or newer.");
            }
            refuse(login, found.getBoolean("rolsuper"), "is a superuser");
            refuse(login, found.getBoolean("rolbypassrls"), "may bypass row-level security");
            refuse(login, found.getBoolean("owns"), "owns tables, or belongs to a role that does");
        } catch (SQLException e) {
            throw new DatabaseRefused(
                    "The database refuses the role " + login.user() + " of PEERAGE_DATABASE_URL: " + e.getMessage(), e);
        }
    }

    private static void refuse(DatabaseLogin login, boolean excess, String fact) {
        if (excess) {
            throw new DatabaseRefused("The role " + login.user() + " of PEERAGE_DATABASE_URL " + fact
                    + "; use peerage_app as deploy/postgres/roles.sql creates it.");
        }
    }
}
