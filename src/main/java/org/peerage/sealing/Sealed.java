package org.peerage.sealing;

import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/// Sealed bytes of the room: stored, sent, and never printed. The first byte is the version; what follows only the
/// members' browsers can open.
public final class Sealed {

    /// 1 MiB: a very long text; files have a limit of their own.
    public static final int MOST = 1 << 20;

    private static final int LEAST = 1 + 24 + 32 + 16;

    private final byte[] bytes;

    private Sealed(byte[] bytes) {
        this.bytes = bytes;
    }

    /// Empty: not sealed, of another version, or too large.
    public static Optional<Sealed> of(byte[] bytes) {
        return bytes.length >= LEAST && bytes.length <= MOST && bytes[0] == 1
                ? Optional.of(new Sealed(bytes.clone()))
                : Optional.empty();
    }

    /// Empty as well where the text is not base64url.
    public static Optional<Sealed> parse(String base64url) {
        if (base64url.length() > MOST * 4 / 3 + 4) {
            return Optional.empty();
        }
        try {
            return of(Base64.getUrlDecoder().decode(base64url))
                    .filter(bytes -> bytes.base64url().equals(base64url));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public String base64url() {
        return Labelled.base64(bytes);
    }

    /// What the ledger's `put` entry must name.
    public String hash() {
        return Labelled.hash("room/v1/ciphertext", bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sealed that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "[REDACTED]";
    }
}
