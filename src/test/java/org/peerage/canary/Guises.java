package org.peerage.canary;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/// The forms in which a word or a key could stand in bytes that were not meant to hold it: as it is, in other letters,
/// in two bytes a letter, as hex, as base64 at any offset, and any of these inside base64 or a compressed stream.
final class Guises {

    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]{32,}");
    private static final int DEEP = 3;
    private static final int MOST = 4 << 20;

    /// By their first two bytes, so that a disk full of bytes is gone through once and not once for each form.
    private final Map<Integer, Set<String>> forms = new HashMap<>();

    private final boolean[] begins = new boolean[1 << 16];

    private Guises() {}

    static Guises of(String word) {
        return new Guises().or(word);
    }

    private Guises or(String word) {
        for (var letters : List.of(word, word.toLowerCase(Locale.ROOT), word.toUpperCase(Locale.ROOT))) {
            add(letters.getBytes(StandardCharsets.UTF_8));
            form(latin(letters.getBytes(StandardCharsets.UTF_16LE)));
            form(latin(letters.getBytes(StandardCharsets.UTF_16BE)));
        }
        return this;
    }

    /// Or of a secret that pages carry in base64url.
    Guises orKey(String base64url) {
        or(base64url);
        add(Base64.getUrlDecoder().decode(base64url));
        return this;
    }

    private void form(String form) {
        var begin = form.charAt(0) << 8 | form.charAt(1);
        begins[begin] = true;
        forms.computeIfAbsent(begin, none -> new LinkedHashSet<>()).add(form);
    }

    private void add(byte[] bytes) {
        form(latin(bytes));
        var hex = HexFormat.of().formatHex(bytes);
        form(hex);
        form(hex.toUpperCase(Locale.ROOT));
        for (var shift = 0; shift < 3; shift++) {
            var padded = new byte[shift + bytes.length];
            System.arraycopy(bytes, 0, padded, shift, bytes.length);
            var from = (8 * shift + 5) / 6;
            var to = 8 * padded.length / 6;
            form(Base64.getEncoder().encodeToString(padded).substring(from, to));
            form(Base64.getUrlEncoder().encodeToString(padded).substring(from, to));
        }
    }

    boolean in(byte[] bytes) {
        for (var at = 0; at + 1 < bytes.length; at++) {
            var begin = (bytes[at] & 0xff) << 8 | (bytes[at + 1] & 0xff);
            if (begins[begin] && standsAt(bytes, at, forms.getOrDefault(begin, Set.of()))) {
                return true;
            }
        }
        return false;
    }

    private static boolean standsAt(byte[] bytes, int at, Set<String> forms) {
        return forms.stream()
                .anyMatch(form -> at + form.length() <= bytes.length
                        && form.equals(new String(bytes, at, form.length(), StandardCharsets.ISO_8859_1)));
    }

    /// Looks into what is packed in there as well.
    boolean inside(byte[] bytes) {
        return in(bytes) || unpacked(bytes, DEEP).stream().anyMatch(this::in);
    }

    private static List<byte[]> unpacked(byte[] bytes, int depth) {
        var found = new ArrayList<byte[]>();
        if (depth == 0) {
            return found;
        }
        for (var at = 0; at + 2 < bytes.length; at++) {
            var inner = streamAt(bytes, at);
            if (inner.length > 0) {
                found.add(inner);
                found.addAll(unpacked(inner, depth - 1));
            }
        }
        var runs = BASE64.matcher(latin(bytes));
        while (runs.find()) {
            var run = runs.group().replace('-', '+').replace('_', '/');
            var whole = run.length() % 4 == 1 ? run.substring(1) : run;
            var inner = Base64.getDecoder().decode(whole);
            found.add(inner);
            found.addAll(unpacked(inner, depth - 1));
        }
        return found;
    }

    private static byte[] streamAt(byte[] bytes, int at) {
        var first = bytes[at] & 0xff;
        var second = bytes[at + 1] & 0xff;
        var gzip = first == 0x1f && second == 0x8b && bytes[at + 2] == 8;
        var zlib = first == 0x78 && (second == 0x01 || second == 0x5e || second == 0x9c || second == 0xda);
        if (!gzip && !zlib) {
            return new byte[0];
        }
        var rest = new ByteArrayInputStream(bytes, at, bytes.length - at);
        var out = new ByteArrayOutputStream();
        try (var stream = gzip ? new GZIPInputStream(rest) : new InflaterInputStream(rest)) {
            for (var one = stream.read(); one >= 0 && out.size() < MOST; one = stream.read()) {
                out.write(one);
            }
        } catch (IOException over) {
            // It was none, or has lost its end: what came out counts.
        }
        return out.toByteArray();
    }

    static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
