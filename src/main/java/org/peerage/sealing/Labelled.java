package org.peerage.sealing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Hashes and signatures over labelled bytes: a label, a zero byte, the content. Two uses never share a label, so that
/// what was signed for one thing can never stand for another.
final class Labelled {

    private static final byte[] ED25519_SPKI = HexFormat.of().parseHex("302a300506032b6570032100");

    private Labelled() {}

    static byte[] bytes(String label, byte[] content) {
        var head = label.getBytes(StandardCharsets.UTF_8);
        var all = new byte[head.length + 1 + content.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(content, 0, all, head.length + 1, content.length);
        return all;
    }

    static String hash(String label, byte[] content) {
        try {
            return base64(MessageDigest.getInstance("SHA-256").digest(bytes(label, content)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// Empty: not base64url without padding, or not of that length.
    static Optional<byte[]> decode(String text, int length) {
        try {
            var bytes = Base64.getUrlDecoder().decode(text);
            return bytes.length == length && base64(bytes).equals(text) ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static boolean verifies(String publicKey, String label, JsonNode unsigned, String signature) {
        var key = decode(publicKey, 32);
        var sig = decode(signature, 64);
        if (key.isEmpty() || sig.isEmpty()) {
            return false;
        }
        return holds(key.get(), bytes(label, Jcs.bytes(unsigned)), sig.get());
    }

    static boolean holds(byte[] publicKey, byte[] message, byte[] signature) {
        try {
            var check = Signature.getInstance("Ed25519");
            check.initVerify(key(publicKey));
            check.update(message);
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static PublicKey key(byte[] raw) throws GeneralSecurityException {
        var encoded = new byte[ED25519_SPKI.length + raw.length];
        System.arraycopy(ED25519_SPKI, 0, encoded, 0, ED25519_SPKI.length);
        System.arraycopy(raw, 0, encoded, ED25519_SPKI.length, raw.length);
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    }
}
