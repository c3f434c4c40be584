package org.peerage.upkeep;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.util.FileSystemUtils;

/// Copies of the folder of room keys, without which a backup of the database opens no room. A room that was ended must
/// not come back to life from a copy: those of more than thirty days are deleted whenever one is made (ADR-0024).
final class RoomKeyCopies {

    /// As `rooms.shredding` calls it, beside the database, where no other folder is named.
    private static final String KEYS = "room-keys";

    private static final String ELSEWHERE = "PEERAGE_ROOM_KEYS";

    private static final Duration KEPT = Duration.ofDays(30);
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final Pattern NAME = Pattern.compile(KEYS + "-([0-9]{8}T[0-9]{6}Z)");
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{43}");

    private RoomKeyCopies() {}

    /// @param keys how many
    record Made(Path folder, int keys, int deleted) {}

    /// Where the running program keeps them: several that share a database share this folder.
    static Path folder(Path home, Map<String, String> environment) {
        var named = environment.getOrDefault(ELSEWHERE, "");
        return named.isBlank() ? home.resolve(KEYS) : Path.of(named);
    }

    /// A folder that is not there is refused: to copy nothing night after night would be found out too late.
    static Made make(Path keys, Path into, Instant now) throws IOException {
        if (!Files.isDirectory(keys)) {
            throw new IOException("there is no folder " + keys
                    + "; either no room was opened here yet, or PEERAGE_HOME or " + ELSEWHERE + " has to name another");
        }
        var target = into.resolve(KEYS + "-" + STAMP.format(now));
        var copied = copy(keys, target);
        return new Made(target, copied, deleteOlderThan(now.minus(KEPT), into));
    }

    /// What is there already stays: a key never changes.
    static int bringBack(Path copy, Path keys) throws IOException {
        if (!Files.isDirectory(copy)) {
            throw new IOException(copy + " is no folder of room keys");
        }
        return copy(copy, keys);
    }

    private static int copy(Path from, Path to) throws IOException {
        var secret = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
        Files.createDirectories(to.toAbsolutePath().getParent());
        if (!Files.isDirectory(to)) {
            Files.createDirectory(to, secret);
        }
        var copied = 0;
        try (var files = Files.list(from)) {
            for (var file : files.toList()) {
                var name = file.getFileName().toString();
                if (KEY.matcher(name).matches()) {
                    try {
                        Files.copy(file, to.resolve(name));
                    } catch (FileAlreadyExistsException there) {
                        if (Files.mismatch(file, to.resolve(name)) >= 0) {
                            throw new IOException("a key of " + to + " is another than the one of that room", there);
                        }
                    }
                    copied++;
                }
            }
        }
        return copied;
    }

    private static int deleteOlderThan(Instant limit, Path folder) throws IOException {
        var deleted = 0;
        try (var copies = Files.list(folder)) {
            for (var copy : copies.toList()) {
                var name = NAME.matcher(copy.getFileName().toString());
                if (name.matches()
                        && Files.isDirectory(copy)
                        && moment(name.group(1)).isBefore(limit)) {
                    FileSystemUtils.deleteRecursively(copy);
                    deleted++;
                }
            }
        }
        return deleted;
    }

    private static Instant moment(String stamp) {
        try {
            return STAMP.parse(stamp, Instant::from);
        } catch (DateTimeParseException e) {
            return Instant.MAX;
        }
    }
}
