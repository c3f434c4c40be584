package org.peerage.canary;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.peerage.database.DatabaseLogin;
import org.postgresql.PGConnection;

/// The database as a thief has it: every table dumped as text and as bytes by the role that makes backups, and the
/// files on the disk, with its log of what is about to be written.
public final class StolenDatabase {

    private StolenDatabase() {}

    public static Map<String, byte[]> tables(DatabaseLogin backup) {
        var dump = new LinkedHashMap<String, byte[]>();
        try (var connection = DriverManager.getConnection(backup.url(), backup.user(), backup.password())) {
            var copy = connection.unwrap(PGConnection.class).getCopyAPI();
            for (var table : names(backup)) {
                for (var format : List.of("text", "binary")) {
                    var out = new ByteArrayOutputStream();
                    copy.copyOut("copy " + table + " to stdout (format " + format + ")", out);
                    dump.put(table + " as " + format, out.toByteArray());
                }
            }
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
        return dump;
    }

    private static List<String> names(DatabaseLogin backup) throws SQLException {
        var names = new ArrayList<String>();
        try (var connection = DriverManager.getConnection(backup.url(), backup.user(), backup.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select format('%I.%I', schemaname, tablename) from pg_tables
                        where schemaname not in ('pg_catalog', 'information_schema')
                        """)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    /// After a checkpoint, so that nothing is in memory alone.
    static List<Path> files(DatabaseLogin superuser, Path folder) {
        try (var connection = DriverManager.getConnection(superuser.url(), superuser.user(), superuser.password());
                var statement = connection.createStatement();
                var files = Files.walk(folder)) {
            statement.execute("checkpoint");
            return files.filter(Files::isRegularFile).toList();
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
