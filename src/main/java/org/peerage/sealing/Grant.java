package org.peerage.sealing;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/// The key of an epoch, wrapped to one member. The server sees no more of it than that it looks like an age file for
/// one hybrid key; `to` is the fingerprint of the member it was handed in for, and only that member's browser can
/// tell whether it is what it should be.
public final class Grant {

    private static final int MOST = 8192;
    private static final byte[] BEGINNING =
            "age-encryption.org/v1\n-> mlkem768x25519 ".getBytes(StandardCharsets.US_ASCII);

    private final long epoch;
    private final String to;
    private final byte[] file;

    private Grant(long epoch, String to, byte[] file) {
        this.epoch = epoch;
        this.to = to;
        this.file = file;
    }

    /// Empty: not what a grant looks like.
    public static Optional<Grant> of(long epoch, String to, byte[] file) {
        return epoch > 0
                        && Labelled.decode(to, 32).isPresent()
                        && file.length > BEGINNING.length
                        && file.length <= MOST
                        && Arrays.mismatch(file, BEGINNING) == BEGINNING.length
                ? Optional.of(new Grant(epoch, to, file.clone()))
                : Optional.empty();
    }

    /// Empty as well where the file is not base64url.
    public static Optional<Grant> parse(long epoch, String to, String base64url) {
        if (base64url.length() > MOST * 4 / 3 + 4) {
            return Optional.empty();
        }
        try {
            return of(epoch, to, Base64.getUrlDecoder().decode(base64url));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    public long epoch() {
        return epoch;
    }

    public String to() {
        return to;
    }

    public byte[] file() {
        return file.clone();
    }

    public String base64url() {
        return Labelled.base64(file);
    }

    @Override
    public String toString() {
        return "[REDACTED]";
    }
}
