package org.peerage.sealing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// C2SP chunked encryption: the context is bound into the keys, and the output commits to them. Output is a 24-byte
/// salt, a 32-byte commitment and chunks of 16,384 bytes, the last of which is shorter and may be empty. A room has
/// one suite, Cobblestone-256; the other is here because the public vectors know both.
final class Cobblestone {

    /// What the underlying AEAD is called, and how long its key is in bytes.
    record Suite(String aead, int key) {

        static final Suite COBBLESTONE_128 = new Suite("AEAD_AES_128_GCM", 16);
        static final Suite COBBLESTONE_256 = new Suite("AEAD_AES_256_GCM", 32);

        private byte[] info() {
            return ("c2sp.org/chunked-encryption@v1+" + aead + "\0").getBytes(StandardCharsets.US_ASCII);
        }
    }

    private static final int CHUNK = 16_384;
    private static final int TAG = 16;
    private static final int SALT = 24;
    private static final int NONCE = 12;
    private static final int COMMITMENT = 32;
    private static final int HEAD = SALT + COMMITMENT;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] salt;
    private final SecretKeySpec aes;
    private final byte[] nonce;
    private final byte[] commitment;

    private Cobblestone(Suite suite, byte[] key, byte[] salt, byte[] context) {
        var info = Derivation.join(suite.info(), salt, context);
        var all = Derivation.expand(Derivation.SHA_512, key, info, suite.key() + NONCE + COMMITMENT);
        this.salt = salt;
        this.aes = new SecretKeySpec(all, 0, suite.key(), "AES");
        this.nonce = Arrays.copyOfRange(all, suite.key(), suite.key() + NONCE);
        this.commitment = Arrays.copyOfRange(all, suite.key() + NONCE, all.length);
    }

    static byte[] seal(byte[] key, byte[] context, byte[] plain) {
        var salt = new byte[SALT];
        RANDOM.nextBytes(salt);
        return seal(Suite.COBBLESTONE_256, key, salt, context, plain);
    }

    static byte[] seal(Suite suite, byte[] key, byte[] salt, byte[] context, byte[] plain) {
        if (key.length != suite.key()) {
            throw new IllegalArgumentException("a key of " + suite.key() + " bytes");
        }
        return new Cobblestone(suite, key, salt, context).seal(plain);
    }

    /// Empty: another key, another context, or not what was sealed. Which of them is nobody's business.
    static Optional<byte[]> open(byte[] key, byte[] context, byte[] sealed) {
        return open(Suite.COBBLESTONE_256, key, context, sealed);
    }

    static Optional<byte[]> open(Suite suite, byte[] key, byte[] context, byte[] sealed) {
        if (key.length != suite.key() || sealed.length < HEAD + TAG) {
            return Optional.empty();
        }
        var with = new Cobblestone(suite, key, Arrays.copyOf(sealed, SALT), context);
        return MessageDigest.isEqual(with.commitment, Arrays.copyOfRange(sealed, SALT, HEAD))
                ? with.open(sealed)
                : Optional.empty();
    }

    private byte[] seal(byte[] plain) {
        var out = new ByteArrayOutputStream(HEAD + plain.length + TAG * (1 + plain.length / CHUNK));
        out.writeBytes(salt);
        out.writeBytes(commitment);
        try {
            for (var chunk = 0; chunk * CHUNK <= plain.length; chunk++) {
                var from = chunk * CHUNK;
                out.writeBytes(
                        cipher(Cipher.ENCRYPT_MODE, chunk).doFinal(plain, from, Math.min(CHUNK, plain.length - from)));
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }

    private Optional<byte[]> open(byte[] sealed) {
        var out = new ByteArrayOutputStream(sealed.length);
        try {
            for (var chunk = 0; ; chunk++) {
                var from = HEAD + chunk * (CHUNK + TAG);
                var length = Math.min(CHUNK + TAG, sealed.length - from);
                if (length < TAG) {
                    return Optional.empty();
                }
                var plain = cipher(Cipher.DECRYPT_MODE, chunk).doFinal(sealed, from, length);
                out.writeBytes(plain);
                if (plain.length < CHUNK) {
                    return from + length == sealed.length ? Optional.of(out.toByteArray()) : Optional.empty();
                }
            }
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, int chunk) throws GeneralSecurityException {
        var own = nonce.clone();
        for (var i = 0; i < 4; i++) {
            own[11 - i] ^= (byte) (chunk >>> (8 * i));
        }
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, aes, new GCMParameterSpec(8 * TAG, own));
        return cipher;
    }
}
