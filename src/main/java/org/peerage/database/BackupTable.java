package org.peerage.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.postgresql.PGConnection;

/// One table in a backup: its columns, how many rows, and the hash of all of them as text. The same rows in the same
/// order give the same hash, so that what was brought back can be compared with what was taken away.
///
/// @param columns those that are stored; what the database computes it computes again
record BackupTable(String schema, String name, List<String> columns, long rows, String hash) {

    /// Each session writes moments, numbers and bytes in its own way, and long tables from any place on, unless told.
    private static final List<String> THE_SAME_EVERYWHERE = List.of(
            "set timezone = 'UTC'",
            "set datestyle = 'ISO, MDY'",
            "set intervalstyle = 'postgres'",
            "set bytea_output = 'hex'",
            "set extra_float_digits = 1",
            "set synchronize_seqscans = off",
            "set client_encoding = 'UTF8'");

    BackupTable {
        columns = List.copyOf(columns);
    }

    static void prepare(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var setting : THE_SAME_EVERYWHERE) {
                statement.execute(setting);
            }
        }
    }

    /// Every table that holds something of ours. What migrations keep for themselves is made anew with the schema; who
    /// is signed in stays out: a copy of the database lets nobody in, and whoever signed out since stays outside.
    static List<BackupTable> of(Connection connection) throws SQLException {
        var tables = new ArrayList<BackupTable>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select n.nspname, c.relname,
                               array_agg(a.attname::text order by a.attnum) filter (where a.attgenerated = '')
                          from pg_catalog.pg_class c
                          join pg_catalog.pg_namespace n on n.oid = c.relnamespace
                          join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                         where c.relkind = 'r'
                           and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
                           and c.relname <> 'flyway_history'
                           and (n.nspname, c.relname) <> ('database', 'schema_state')
                           and coalesce(pg_catalog.obj_description(c.oid, 'pg_class'), '') <> 'not in backups'
                         group by n.nspname, c.relname
                         order by n.nspname, c.relname
                        """)) {
            while (rows.next()) {
                var columns = (String[]) rows.getArray(3).getArray();
                tables.add(new BackupTable(rows.getString(1), rows.getString(2), List.of(columns), 0, ""));
            }
        }
        return tables;
    }

    boolean isTheSameAs(BackupTable other) {
        return schema.equals(other.schema) && name.equals(other.name) && columns.equals(other.columns);
    }

    String label() {
        return schema + "." + name;
    }

    String quoted() {
        return quoted(schema) + "." + quoted(name);
    }

    /// The table as it was written: with rows and hash. In the order of its key, or the same rows would differ where
    /// they lie otherwise on the disk.
    BackupTable copiedTo(Connection connection, OutputStream out) throws SQLException, IOException {
        var hashed = new DigestOutputStream(out, Migrations.sha256());
        var copied = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut(
                        "copy (select " + list() + " from " + quoted() + " t order by " + order(connection)
                                + ") to stdout",
                        hashed);
        return new BackupTable(schema, name, columns, copied, hex(hashed.getMessageDigest()));
    }

    void fill(InputStream rows, Connection connection) throws SQLException, IOException {
        connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + quoted() + " (" + list() + ") from stdin", rows);
    }

    /// Reads to the end and says whether it is what was written.
    boolean isWhole(InputStream in) throws IOException {
        var hashed = new DigestInputStream(in, Migrations.sha256());
        hashed.transferTo(OutputStream.nullOutputStream());
        return hex(hashed.getMessageDigest()).equals(hash);
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    /// Letters by their codes, which no language sorts in another way; numbers and ids as they are, so that an index
    /// may give them in order; by all of a row where it has no key.
    private String order(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("""
                select coalesce(string_agg(format('%I', a.attname)
                                           || case when a.attcollation <> 0 then ' collate "C"' else '' end,
                                           ', ' order by k.place),
                                't::text collate "C"')
                  from pg_catalog.pg_index i
                  cross join lateral unnest(i.indkey::int2[]) with ordinality k (number, place)
                  join pg_catalog.pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.number
                 where i.indisprimary and i.indrelid = to_regclass(?)
                """)) {
            statement.setString(1, quoted());
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }

    private String list() {
        return String.join(", ", columns.stream().map(BackupTable::quoted).toList());
    }

    private static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }
}
