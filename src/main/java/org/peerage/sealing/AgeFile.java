package org.peerage.sealing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// The age file format, version 1 (`age-encryption.org/v1`): a header that wraps a file key, its MAC, and a payload in
/// chunks of 64 KiB under ChaCha20-Poly1305.
final class AgeFile {

    private static final String VERSION = "age-encryption.org/v1";
    private static final Pattern ARGUMENTS = Pattern.compile("-> [!-~]+( [!-~]+)*");
    private static final int CHUNK = 65_536;
    private static final int TAG = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final List<AgeStanza> stanzas = new ArrayList<>();
    private final byte[] file;
    private int at;

    private AgeFile(byte[] file) {
        this.file = file;
    }

    static byte[] random(int length) {
        var bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    static byte[] seal(byte[] plain, AgeKey... recipients) {
        var fileKey = random(16);
        var header = new StringBuilder(VERSION + "\n");
        for (var recipient : recipients) {
            write(recipient.wrap(fileKey), header);
        }
        header.append("---");
        var covered = header.toString().getBytes(StandardCharsets.US_ASCII);
        var mac = (" " + base64(headerMac(fileKey, covered)) + "\n").getBytes(StandardCharsets.US_ASCII);
        var nonce = random(16);
        return Derivation.join(covered, mac, nonce, sealPayload(payloadKey(fileKey, nonce), plain));
    }

    private static void write(AgeStanza stanza, StringBuilder header) {
        header.append("-> ").append(String.join(" ", stanza.arguments())).append('\n');
        var body = base64(stanza.body());
        for (var from = 0; from < body.length(); from += 64) {
            header.append(body, from, Math.min(from + 64, body.length())).append('\n');
        }
        if (body.length() % 64 == 0) {
            header.append('\n');
        }
    }

    /// Empty: not an age file, not for this key, or not as it was written.
    static Optional<byte[]> open(byte[] file, AgeKey identity) {
        try {
            return Optional.of(new AgeFile(file).open(identity));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private byte[] open(AgeKey identity) throws GeneralSecurityException {
        if (!line().equals(VERSION)) {
            throw new GeneralSecurityException("another version");
        }
        var next = line();
        for (; next.startsWith("->"); next = line()) {
            if (!ARGUMENTS.matcher(next).matches()) {
                throw new GeneralSecurityException("malformed stanza");
            }
            stanzas.add(new AgeStanza(List.of(next.substring(3).split(" ")), body()));
        }
        var covered = Arrays.copyOf(file, at - next.length() - 1 + 3);
        if (!next.startsWith("--- ") || stanzas.isEmpty()) {
            throw new GeneralSecurityException("malformed header");
        }
        var mac = unbase64(next.substring(4));
        var fileKey = identity.unwrap(stanzas).orElseThrow(() -> new GeneralSecurityException("no match"));
        if (fileKey.length != 16 || !MessageDigest.isEqual(mac, headerMac(fileKey, covered))) {
            throw new GeneralSecurityException("changed header");
        }
        if (file.length < at + 16) {
            throw new GeneralSecurityException("cut off");
        }
        return openPayload(payloadKey(fileKey, Arrays.copyOfRange(file, at, at + 16)), at + 16);
    }

    private String line() throws GeneralSecurityException {
        for (var end = at; end < file.length; end++) {
            if (file[end] == '\n') {
                var line = new String(file, at, end - at, StandardCharsets.ISO_8859_1);
                at = end + 1;
                return line;
            }
        }
        throw new GeneralSecurityException("cut off");
    }

    private byte[] body() throws GeneralSecurityException {
        var body = new ByteArrayOutputStream();
        for (var line = line(); ; line = line()) {
            if (line.length() > 64) {
                throw new GeneralSecurityException("long line");
            }
            body.writeBytes(unbase64(line));
            if (line.length() < 64) {
                return body.toByteArray();
            }
        }
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }

    /// Only the one spelling of the bytes is taken: no padding, no stray bits.
    static byte[] unbase64(String text) throws GeneralSecurityException {
        try {
            var bytes = Base64.getDecoder().decode(text);
            if (base64(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            throw new GeneralSecurityException(e);
        }
        throw new GeneralSecurityException("not canonical");
    }

    private static byte[] headerMac(byte[] fileKey, byte[] covered) {
        var info = "header".getBytes(StandardCharsets.US_ASCII);
        return Derivation.hmac(
                Derivation.SHA_256, Derivation.hkdf(Derivation.SHA_256, fileKey, new byte[0], info, 32), covered);
    }

    private static byte[] payloadKey(byte[] fileKey, byte[] nonce) {
        var info = "payload".getBytes(StandardCharsets.US_ASCII);
        return Derivation.hkdf(Derivation.SHA_256, fileKey, nonce, info, 32);
    }

    private static byte[] sealPayload(byte[] key, byte[] plain) {
        var out = new ByteArrayOutputStream(plain.length + TAG);
        var from = 0;
        try {
            for (var chunk = 0; ; chunk++) {
                var length = Math.min(CHUNK, plain.length - from);
                var last = from + length == plain.length;
                out.writeBytes(cipher(Cipher.ENCRYPT_MODE, key, chunkNonce(chunk, last))
                        .doFinal(plain, from, length));
                from += length;
                if (last) {
                    return out.toByteArray();
                }
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] openPayload(byte[] key, int start) throws GeneralSecurityException {
        var out = new ByteArrayOutputStream(file.length - start);
        var from = start;
        for (var chunk = 0; ; chunk++) {
            var length = Math.min(CHUNK + TAG, file.length - from);
            var last = from + length == file.length;
            // Only the first chunk may be empty: an empty file has to end somewhere.
            if (length < TAG || (length == TAG && chunk > 0)) {
                throw new GeneralSecurityException("cut off");
            }
            out.writeBytes(
                    cipher(Cipher.DECRYPT_MODE, key, chunkNonce(chunk, last)).doFinal(file, from, length));
            from += length;
            if (last) {
                return out.toByteArray();
            }
        }
    }

    private static byte[] chunkNonce(int chunk, boolean last) {
        var nonce = new byte[12];
        for (var i = 0; i < 4; i++) {
            nonce[10 - i] = (byte) (chunk >>> (8 * i));
        }
        nonce[11] = (byte) (last ? 1 : 0);
        return nonce;
    }

    /// How the symmetric kinds of stanza wrap a file key: under a key used once, with a nonce of zeros.
    static byte[] wrap(byte[] key, byte[] fileKey) {
        try {
            return cipher(Cipher.ENCRYPT_MODE, key, new byte[12]).doFinal(fileKey);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static Optional<byte[]> unwrap(byte[] key, byte[] body) {
        try {
            return body.length == 16 + TAG
                    ? Optional.of(cipher(Cipher.DECRYPT_MODE, key, new byte[12]).doFinal(body))
                    : Optional.empty();
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private static Cipher cipher(int mode, byte[] key, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("ChaCha20-Poly1305");
        cipher.init(mode, new SecretKeySpec(key, "ChaCha20"), new IvParameterSpec(nonce));
        return cipher;
    }
}
