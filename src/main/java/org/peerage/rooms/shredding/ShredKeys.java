package org.peerage.rooms.shredding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.peerage.rooms.RoomId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Locks the keys that lie in a room's rows once more, under one key per room that lies beside the database and
/// in no copy of it. Where that key is gone, everything is: what members wrote, their drafts, whoever has which
/// of their keys.
@Component
public class ShredKeys {

    private static final byte VERSION = 1;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path folder;

    ShredKeys(@Value("${peerage.room-keys:${peerage.home}/room-keys}") Path folder) {
        this.folder = folder;
    }

    /// `place` names the row: moved to another, it does not open.
    public byte[] lock(RoomId room, String place, byte[] bytes) {
        var nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        try {
            var locked =
                    cipher(Cipher.ENCRYPT_MODE, made(room), nonce, room, place).doFinal(bytes);
            var all = new byte[1 + NONCE + locked.length];
            all[0] = VERSION;
            System.arraycopy(nonce, 0, all, 1, NONCE);
            System.arraycopy(locked, 0, all, 1 + NONCE, locked.length);
            return all;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no AES-GCM", e);
        }
    }

    /// Empty: the room's key is gone, or these bytes belong elsewhere.
    public Optional<byte[]> open(RoomId room, String place, byte[] locked) {
        var key = kept(room);
        if (key.isEmpty() || locked.length < 1 + NONCE || locked[0] != VERSION) {
            return Optional.empty();
        }
        try {
            var nonce = Arrays.copyOfRange(locked, 1, 1 + NONCE);
            return Optional.of(cipher(Cipher.DECRYPT_MODE, key.get(), nonce, room, place)
                    .doFinal(locked, 1 + NONCE, locked.length - 1 - NONCE));
        } catch (AEADBadTagException moved) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no AES-GCM", e);
        }
    }

    /// For ever.
    void shred(RoomId room) {
        try {
            Files.deleteIfExists(file(room));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Only what is ended in the database is ended here.
    public void shredWhenCommitted(RoomId room) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                shred(room);
            }
        });
    }

    private static Cipher cipher(int mode, byte[] key, byte[] nonce, RoomId room, String place)
            throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(("rooms/v1/outer\0" + room.value() + "\0" + place).getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private Path file(RoomId room) {
        return folder.resolve(room.value());
    }

    private Optional<byte[]> kept(RoomId room) {
        try {
            return Optional.of(Files.readAllBytes(file(room)));
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Of two that make it at once, the first one's is kept.
    private byte[] made(RoomId room) {
        return kept(room).orElseGet(() -> {
            try {
                if (!Files.isDirectory(folder)) {
                    Files.createDirectories(folder);
                    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
                }
                var key = new byte[32];
                RANDOM.nextBytes(key);
                var fresh = Files.createTempFile(
                        folder,
                        "new",
                        "",
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.write(fresh, key);
                try {
                    Files.createLink(file(room), fresh);
                } catch (FileAlreadyExistsException somebodyWasFaster) {
                    Files.deleteIfExists(fresh);
                    return kept(room).orElseThrow();
                }
                Files.delete(fresh);
                return key;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /// Which rooms have a key here.
    Set<String> rooms() throws IOException {
        if (!Files.isDirectory(folder)) {
            return Set.of();
        }
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.length() == 43)
                    .collect(Collectors.toSet());
        }
    }
}
