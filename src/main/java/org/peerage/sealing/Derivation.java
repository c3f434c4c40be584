package org.peerage.sealing;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// HMAC and HKDF (RFC 5869). Written on `Mac`, because the platform's own `KDF` refuses a 32-byte key for HKDF-Expand
/// with SHA-512, which is what Cobblestone uses.
final class Derivation {

    static final String SHA_256 = "HmacSHA256";
    static final String SHA_512 = "HmacSHA512";

    private Derivation() {}

    static byte[] hmac(String hash, byte[] key, byte[]... parts) {
        try {
            var mac = Mac.getInstance(hash);
            // HMAC pads a key with zeros, so the empty key is the key of one zero byte; the platform takes no empty
            // one.
            mac.init(new SecretKeySpec(key.length == 0 ? new byte[1] : key, hash));
            for (var part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] hkdf(String hash, byte[] secret, byte[] salt, byte[] info, int length) {
        return expand(hash, hmac(hash, salt, secret), info, length);
    }

    static byte[] expand(String hash, byte[] key, byte[] info, int length) {
        var all = new byte[length];
        var block = new byte[0];
        var at = 0;
        for (byte count = 1; at < length; count++) {
            block = hmac(hash, key, block, info, new byte[] {count});
            var taken = Math.min(block.length, length - at);
            System.arraycopy(block, 0, all, at, taken);
            at += taken;
        }
        return all;
    }

    static byte[] join(byte[]... parts) {
        var length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
        var all = new byte[length];
        var at = 0;
        for (var part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }
}
