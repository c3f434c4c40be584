package org.peerage.sealing;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;

/// Bech32 (BIP-173) without its limit of 90 characters, in lower case: how age writes keys.
final class Bech32 {

    private static final String ALPHABET = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    private static final int[] GENERATOR = {0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3};

    private Bech32() {}

    static String encode(String prefix, byte[] bytes) {
        var words = regroup(bytes, 8, 5, true).orElseThrow();
        var check = polynomial(prefix, words, new byte[6]) ^ 1;
        var text = new StringBuilder(prefix).append('1');
        for (var word : words) {
            text.append(ALPHABET.charAt(word));
        }
        for (var i = 0; i < 6; i++) {
            text.append(ALPHABET.charAt((check >>> (5 * (5 - i))) & 31));
        }
        return text.toString();
    }

    /// Empty: another prefix, a wrong check sum, or a character that does not belong.
    static Optional<byte[]> decode(String prefix, String text) {
        var separator = text.lastIndexOf('1');
        if (separator != prefix.length() || !text.startsWith(prefix) || text.length() - separator < 7) {
            return Optional.empty();
        }
        var all = new byte[text.length() - separator - 1];
        for (var i = 0; i < all.length; i++) {
            var word = ALPHABET.indexOf(text.charAt(separator + 1 + i));
            if (word < 0) {
                return Optional.empty();
            }
            all[i] = (byte) word;
        }
        if (polynomial(prefix, all, new byte[0]) != 1) {
            return Optional.empty();
        }
        return regroup(Arrays.copyOf(all, all.length - 6), 5, 8, false);
    }

    private static int polynomial(String prefix, byte[] words, byte[] tail) {
        var sum = 1;
        for (var i = 0; i < prefix.length(); i++) {
            sum = step(sum, prefix.charAt(i) >>> 5);
        }
        sum = step(sum, 0);
        for (var i = 0; i < prefix.length(); i++) {
            sum = step(sum, prefix.charAt(i) & 31);
        }
        for (var word : words) {
            sum = step(sum, word);
        }
        for (var word : tail) {
            sum = step(sum, word);
        }
        return sum;
    }

    private static int step(int sum, int word) {
        var top = sum >>> 25;
        var next = ((sum & 0x1ffffff) << 5) ^ word;
        for (var i = 0; i < 5; i++) {
            if (((top >>> i) & 1) == 1) {
                next ^= GENERATOR[i];
            }
        }
        return next;
    }

    private static Optional<byte[]> regroup(byte[] from, int fromBits, int toBits, boolean pad) {
        var out = new ByteArrayOutputStream();
        var held = 0;
        var bits = 0;
        for (var piece : from) {
            held = ((held << fromBits) | (piece & 0xff)) & 0xffff;
            bits += fromBits;
            while (bits >= toBits) {
                bits -= toBits;
                out.write((held >>> bits) & ((1 << toBits) - 1));
            }
        }
        var rest = held & ((1 << bits) - 1);
        if (pad && bits > 0) {
            out.write(rest << (toBits - bits));
        } else if (!pad && (bits >= fromBits || rest != 0)) {
            return Optional.empty();
        }
        return Optional.of(out.toByteArray());
    }
}
