package org.peerage.database;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Takes a backup over SQL, of one moment, while everybody works on: each table as text, so that another PostgreSQL and
/// a later Peerage can read it. It appears whole or not at all, and is read once more before anybody relies on it.
///
/// It holds no key of a room and nobody's session. ADR-0024 says why the former lie apart.
final class Backup {

    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern(
                    "'peerage-'yyyyMMdd'T'HHmmss'Z.zip'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Backup() {}

    static Path write(DatabaseLogin login, Path folder, Instant now) {
        var target = folder.resolve(NAME.format(now));
        var fresh = folder.resolve(target.getFileName() + ".part");
        try {
            Files.createDirectories(folder);
            Files.deleteIfExists(fresh);
            Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try {
                fill(login, fresh, now);
                Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException e) {
            throw new DatabaseRefused(
                    "No backup was made: " + folder + " cannot be written to (" + e.getMessage() + ").", e);
        } catch (SQLException e) {
            throw new DatabaseRefused("No backup was made: " + e.getMessage(), e);
        }
        return target;
    }

    private static void fill(DatabaseLogin login, Path file, Instant now) throws IOException, SQLException {
        try (var connection = login.open();
                var zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
            BackupTable.prepare(connection);
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(java.sql.Connection.TRANSACTION_REPEATABLE_READ);
            var schemas = Migrations.kept(connection);
            if (schemas.isEmpty()) {
                throw new DatabaseRefused("There is nothing to back up: no Peerage has started on this database yet.");
            }
            var tables = new ArrayList<BackupTable>();
            for (var table : BackupTable.of(connection)) {
                zip.putNextEntry(new ZipEntry(BackupFile.entryOf(table)));
                tables.add(table.copiedTo(connection, zip));
                zip.closeEntry();
            }
            var server = connection.getMetaData().getDatabaseProductVersion().split(" ", 2)[0];
            zip.putNextEntry(new ZipEntry(BackupFile.CONTENTS));
            zip.write(
                    new BackupFile.Contents(now, server, schemas, tables).text().getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
            connection.rollback();
        }
        try (var written = FileChannel.open(file, StandardOpenOption.WRITE)) {
            written.force(true);
        }
    }
}
