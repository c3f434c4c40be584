package org.peerage.canary;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.peerage.database.DatabaseLogin;
import org.postgresql.PGConnection;

/// The database as a thief has it: every table dumped as text and as bytes by the role that makes backups, and the
/// files on the disk, with its log of what is about to be written.
public final class StolenDatabase {

    private StolenDatabase() {}

    /// Every table as text and as bytes.
    static Map<String, byte[]> tables(DatabaseLogin backup) {
        return tables(backup, List.of("text", "binary"), table -> true);
    }

    /// These tables as text.
    public static Map<String, String> texts(DatabaseLogin backup, Predicate<String> wanted) {
        var texts = new TreeMap<String, String>();
        tables(backup, List.of("text"), wanted)
                .forEach((table, bytes) -> texts.put(table, new String(bytes, StandardCharsets.UTF_8)));
        return texts;
    }

    private static Map<String, byte[]> tables(DatabaseLogin backup, List<String> formats, Predicate<String> wanted) {
        var dump = new LinkedHashMap<String, byte[]>();
        try (var connection = DriverManager.getConnection(backup.url(), backup.user(), backup.password())) {
            var copy = connection.unwrap(PGConnection.class).getCopyAPI();
            for (var table : names(connection).stream().filter(wanted).toList()) {
                for (var format : formats) {
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

    static List<String> names(Connection connection) throws SQLException {
        var names = new ArrayList<String>();
        try (var statement = connection.createStatement();
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

    /// After a checkpoint, so that nothing is in memory alone. Without the empty file that says whose folder it is:
    /// the system takes a lock from a process that opens and closes the file once more, and the next program would
    /// end this one's database.
    static List<Path> files(DatabaseLogin superuser, Path folder) {
        try (var connection = DriverManager.getConnection(superuser.url(), superuser.user(), superuser.password());
                var statement = connection.createStatement();
                var files = Files.walk(folder)) {
            statement.execute("checkpoint");
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.equals(folder.resolve("lock")))
                    .toList();
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
