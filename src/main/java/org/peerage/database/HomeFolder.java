package org.peerage.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

/// `PEERAGE_HOME` while one process holds it: the database, its passwords, the port it listens on.
///
/// The lock belongs to the process, so the system releases it at any death. Passwords are files that only their owner
/// may read.
final class HomeFolder implements AutoCloseable {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path folder;
    private final FileChannel lock;

    private HomeFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /// @throws DatabaseRefused when another process holds the folder
    static HomeFolder claim(Path folder) {
        try {
            // Others may pass through but not look around: an unprivileged PostgreSQL has to reach its own folder.
            createFolder(folder, "rwx--x--x");
            createFolder(folder.resolve("secrets"), "rwx------");
            var lock = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(lock)) {
                lock.close();
                throw new DatabaseRefused("Another Peerage process is already running on " + folder
                        + "; stop it first, or set PEERAGE_HOME to another folder.");
            }
            return new HomeFolder(folder, lock);
        } catch (IOException e) {
            throw new DatabaseRefused(
                    "The folder " + folder + " cannot be written to (" + e.getMessage()
                            + "); set PEERAGE_HOME to one that can.",
                    e);
        }
    }

    Path resolve(String name) {
        return folder.resolve(name);
    }

    Optional<String> read(String name) {
        return read(folder.resolve(name));
    }

    Optional<Integer> port() {
        return port(folder);
    }

    /// The password of a role, made up at the first request.
    String password(Role role) {
        return password(folder, role).orElseGet(() -> {
            var bytes = new byte[24];
            RANDOM.nextBytes(bytes);
            var password = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            keep("secrets/" + role.user(), password);
            return password;
        });
    }

    void keepPort(int port) {
        keep("database.port", Integer.toString(port));
    }

    void keepAddress(String address) {
        keep("address", address);
    }

    /// Writes a file that appears whole or not at all, and that only the owner may read.
    void keep(String name, String content) {
        var file = folder.resolve(name);
        var fresh = folder.resolve(name + ".new");
        try {
            Files.deleteIfExists(fresh);
            Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (var channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                var bytes = ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Optional<String> password(Path folder, Role role) {
        return read(folder.resolve("secrets/" + role.user()));
    }

    static Optional<String> address(Path folder) {
        return read(folder.resolve("address"));
    }

    static Optional<Integer> port(Path folder) {
        return read(folder.resolve("database.port")).map(Integer::valueOf);
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    private static Optional<String> read(Path file) {
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void createFolder(Path folder, String permissions) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, Set.copyOf(PosixFilePermissions.fromString(permissions)));
        }
    }
}
