package org.peerage.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.springframework.util.FileSystemUtils;

/// Backups of the database, whether it is embedded and running, embedded and at rest, or somebody else's; and bringing
/// one back. They open no room: see `rooms.shredding`.
public final class Backups {

    private static final String DATABASE = "database";

    private Backups() {}

    /// What a backup holds.
    ///
    /// @param made as of when
    public record Held(Path file, Instant made, int tables, long rows) {}

    /// Takes one of this moment, reads it once more, and says what is in it.
    ///
    /// @throws DatabaseRefused when none could be made, with what to do
    public static Held take(Path home, Map<String, String> environment, Path folder, Instant now) {
        if (ExternalDatabase.from(environment).isPresent()) {
            var login = ExternalDatabase.backup(environment)
                    .orElseThrow(() -> new DatabaseRefused(ExternalDatabase.BACKUP_VARIABLE
                            + " is not set; give it the address of the database as the role peerage_backup, which reads"
                            + " every row and writes none."));
            return verified(Backup.write(login, folder, now));
        }
        var port = HomeFolder.port(home).filter(Database::answers);
        var password = HomeFolder.password(home, Role.BACKUP);
        if (port.isPresent() && password.isPresent()) {
            return verified(Backup.write(Role.BACKUP.login(port.get(), password.get()), folder, now));
        }
        if (!Files.isDirectory(home.resolve(DATABASE))) {
            throw new DatabaseRefused(
                    "There is no Peerage in " + home + "; set PEERAGE_HOME to the folder that it keeps everything in.");
        }
        var database = EmbeddedPostgres.start(home, Database.programFolder(home, environment));
        try {
            return verified(Backup.write(database.login(Role.BACKUP), folder, now));
        } finally {
            database.close();
        }
    }

    /// Brings one back into an empty database and leaves it as it would be found at the next start.
    ///
    /// @throws DatabaseRefused when the database is not empty, or the backup is damaged or of a newer version
    public static Held bringBack(Path file, Path home, Map<String, String> environment, Instant now) {
        var embedded = ExternalDatabase.from(environment).isEmpty();
        if (embedded && Files.exists(home.resolve(DATABASE))) {
            throw new DatabaseRefused("The folder " + home + " (PEERAGE_HOME) holds a Peerage already, and a backup is"
                    + " brought back into an empty one only. Nothing was changed. Set PEERAGE_HOME to another folder,"
                    + " or move this one away.");
        }
        try (var backup = BackupFile.open(file)) {
            // Before anything is made.
            backup.verify();
            new Migrations(Modules.inOrder(), "The backup " + file)
                    .asOf(backup.contents().schemas());
            try (var database = Database.start(home, environment)) {
                database.restore(backup, Modules.inOrder(), now);
                return held(file, backup);
            } catch (RuntimeException e) {
                if (embedded) {
                    forget(home.resolve(DATABASE));
                }
                throw e;
            }
        }
    }

    /// Half of a database would look like a whole one at the next start.
    private static void forget(Path database) {
        try {
            FileSystemUtils.deleteRecursively(database);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Held verified(Path file) {
        try (var backup = BackupFile.open(file)) {
            backup.verify();
            return held(file, backup);
        }
    }

    private static Held held(Path file, BackupFile backup) {
        var contents = backup.contents();
        return new Held(file, contents.made(), contents.tables().size(), contents.rows());
    }
}
