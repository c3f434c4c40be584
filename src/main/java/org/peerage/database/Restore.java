package org.peerage.database;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Brings a backup back into an empty database: the schema as it was then, every row as it was then, all in one
/// transaction. What arrived is compared with what was written, and every reference between rows is checked again. To
/// bring the schema up to date is the next step, as at any start.
final class Restore {

    private final BackupFile backup;

    private record Reference(String table, String name, String definition) {}

    Restore(BackupFile backup) {
        this.backup = backup;
    }

    /// @throws DatabaseRefused when the database is not empty, the backup is of a newer version, or something does not
    /// arrive as it was written
    void into(DatabaseLogin migration, Migrations migrations) {
        migrations.makeAsOf(backup.contents().schemas(), migration);
        try (var connection = migration.open()) {
            Migrations.execute(connection, "set role peerage_owner");
            BackupTable.prepare(connection);
            connection.setAutoCommit(false);
            var tables = BackupTable.of(connection);
            var known = backup.contents().tables();
            if (tables.size() != known.size()) {
                throw new DatabaseRefused("The backup has other tables than its own version of Peerage makes.");
            }
            var references = references(connection);
            for (var reference : references) {
                Migrations.execute(
                        connection, "alter table " + reference.table() + " drop constraint " + reference.name());
            }
            for (var table : tables) {
                Migrations.execute(
                        connection,
                        "alter table " + table.quoted() + " no force row level security, disable trigger user");
            }
            for (var table : known) {
                load(table, tables, connection);
            }
            for (var reference : references) {
                Migrations.execute(
                        connection,
                        "alter table " + reference.table() + " add constraint " + reference.name() + " "
                                + reference.definition());
            }
            for (var table : tables) {
                Migrations.execute(
                        connection, "alter table " + table.quoted() + " force row level security, enable trigger user");
            }
            connection.commit();
        } catch (SQLException | IOException e) {
            throw new DatabaseRefused(
                    "The backup could not be brought back, and nothing of it is here: " + e.getMessage(), e);
        }
    }

    private void load(BackupTable table, List<BackupTable> here, Connection connection)
            throws SQLException, IOException {
        if (here.stream().noneMatch(table::isTheSameAs)) {
            throw new DatabaseRefused("The backup has a table " + table.label() + " that its own version of Peerage"
                    + " makes in another way.");
        }
        Migrations.execute(connection, "delete from " + table.quoted());
        try (var rows = backup.rows(table)) {
            table.fill(rows, connection);
        }
        if (!table.copiedTo(connection, OutputStream.nullOutputStream()).equals(table)) {
            throw new DatabaseRefused("The rows of " + table.label() + " did not arrive as they were written.");
        }
    }

    private static List<Reference> references(Connection connection) throws SQLException {
        var references = new ArrayList<Reference>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select format('%I.%I', n.nspname, c.relname), format('%I', k.conname),
                               pg_catalog.pg_get_constraintdef(k.oid)
                          from pg_catalog.pg_constraint k
                          join pg_catalog.pg_class c on c.oid = k.conrelid
                          join pg_catalog.pg_namespace n on n.oid = c.relnamespace
                         where k.contype = 'f' and n.nspname !~ '^pg_'
                         order by 1, 2
                        """)) {
            while (rows.next()) {
                references.add(new Reference(rows.getString(1), rows.getString(2), rows.getString(3)));
            }
        }
        return references;
    }

    /// After the schema was brought up to date: an older one has no place for it.
    void remember(DatabaseLogin migration, Instant now) {
        try (var connection = migration.open()) {
            Migrations.execute(connection, "set role peerage_owner");
            try (var insert = connection.prepareStatement(
                    "insert into database.restoration (restored_at, made_at) values (?, ?)")) {
                insert.setTimestamp(1, Timestamp.from(now));
                insert.setTimestamp(2, Timestamp.from(backup.contents().made()));
                insert.executeUpdate();
            }
            Migrations.execute(connection, "analyze");
        } catch (SQLException e) {
            throw new DatabaseRefused("The database was brought back, but not to its end: " + e.getMessage(), e);
        }
    }
}
