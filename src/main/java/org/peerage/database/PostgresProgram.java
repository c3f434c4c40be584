package org.peerage.database;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Set;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/// The PostgreSQL program for this machine, unpacked from the archive on the class path. The archive is a tar of plain
/// files, folders and symbolic links, so the few lines of reading it need no library.
final class PostgresProgram {

    static final String VERSION = "18.6.0";

    private static final int BLOCK = 512;
    private static final long OWNER_MAY_EXECUTE = 0b001_000_000;

    private PostgresProgram() {}

    /// The folder that holds `bin`, `lib` and `share`. Unpacks at the first call; the move at the end makes it appear
    /// whole or not at all.
    static Path unpackedTo(Path folder) {
        var target = folder.resolve(VERSION).toAbsolutePath();
        if (Files.isDirectory(target)) {
            return target;
        }
        try {
            Files.createDirectories(folder);
            var fresh = Files.createTempDirectory(folder, "unpacking");
            Files.setPosixFilePermissions(fresh, Set.copyOf(PosixFilePermissions.fromString("rwxr-xr-x")));
            try (var archive = PostgresProgram.class.getResourceAsStream("/" + archiveName())) {
                if (archive == null) {
                    throw new DatabaseRefused("No PostgreSQL is bundled for " + platform()
                            + "; set PEERAGE_DATABASE_URL to a PostgreSQL of your own.");
                }
                untar(new XZInputStream(new BufferedInputStream(archive, 1 << 16)), fresh);
            }
            try {
                Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
            } catch (FileAlreadyExistsException | DirectoryNotEmptyException anotherProcessWasFaster) {
                FileSystemUtils.deleteRecursively(fresh);
            }
            return target;
        } catch (IOException e) {
            throw new DatabaseRefused("PostgreSQL cannot be unpacked to " + folder + " (" + e.getMessage() + ").", e);
        }
    }

    private static String platform() {
        return System.getProperty("os.name", "") + " " + System.getProperty("os.arch", "");
    }

    private static String archiveName() {
        var platform = platform().toLowerCase(Locale.ROOT);
        var system = platform.startsWith("mac") ? "darwin" : platform.startsWith("linux") ? "linux" : "unknown";
        var processor = platform.endsWith("aarch64") ? "arm_64" : "x86_64";
        return "postgres-" + system + "-" + processor + ".txz";
    }

    private static void untar(InputStream archive, Path folder) throws IOException {
        var header = new byte[BLOCK];
        while (archive.readNBytes(header, 0, BLOCK) == BLOCK && header[0] != 0) {
            var prefix = text(header, 345, 155);
            var name = prefix.isEmpty() ? text(header, 0, 100) : prefix + "/" + text(header, 0, 100);
            var file = folder.resolve(name).normalize();
            if (!file.startsWith(folder)) {
                throw new IOException("the archive leaves its folder: " + name);
            }
            var size = number(header, 124, 12);
            switch (header[156]) {
                case '5' -> Files.createDirectories(file);
                case '2' -> {
                    createParent(file);
                    Files.createSymbolicLink(file, Path.of(text(header, 157, 100)));
                }
                case '0', 0 -> {
                    createParent(file);
                    writeFile(archive, file, size);
                    if ((number(header, 100, 8) & OWNER_MAY_EXECUTE) != 0) {
                        Files.setPosixFilePermissions(file, Set.copyOf(PosixFilePermissions.fromString("rwxr-xr-x")));
                    }
                    archive.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
                }
                default -> throw new IOException("the archive holds an unknown kind of entry: " + name);
            }
        }
    }

    private static void createParent(Path file) throws IOException {
        var parent = file.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
    }

    private static void writeFile(InputStream archive, Path file, long size) throws IOException {
        var buffer = new byte[1 << 16];
        try (var out = Files.newOutputStream(file)) {
            var left = size;
            while (left > 0) {
                var read = archive.read(buffer, 0, (int) Math.min(left, buffer.length));
                if (read < 0) {
                    throw new EOFException("the archive is cut short");
                }
                out.write(buffer, 0, read);
                left -= read;
            }
        }
    }

    private static String text(byte[] header, int from, int length) {
        var end = from;
        while (end < from + length && header[end] != 0) {
            end++;
        }
        return new String(header, from, end - from, StandardCharsets.UTF_8);
    }

    private static long number(byte[] header, int from, int length) {
        return Long.parseLong(text(header, from, length).strip(), 8);
    }
}
