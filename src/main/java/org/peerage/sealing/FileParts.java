package org.peerage.sealing;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.node.JsonNodeFactory;

/// A file as it is stored: filled up so that its length tells little (Padmé), cut into parts, each sealed with the
/// file's own key under a context that names room, file, number and count. The key and the hash of all parts are for
/// the file's record, so that the ledger pins every byte of it and no part stands for another.
public final class FileParts {

    /// The kind of a file's record.
    public static final String KIND = "file";

    /// Bytes of a part before it is sealed.
    public static final int PART = 1 << 20;

    /// Parts of the largest file.
    public static final int MOST = 25;

    /// Bytes of the longest part once it is sealed: the version, salt and commitment, and a tag for each 16 kB.
    public static final int MOST_SEALED = 1 + 56 + PART + 16 * (PART / 16_384 + 1);

    private static final int LEAST = 1024;

    private final List<byte[]> parts;
    private final byte[] key;
    private final int size;

    private FileParts(List<byte[]> parts, byte[] key, int size) {
        this.parts = List.copyOf(parts);
        this.key = key;
        this.size = size;
    }

    /// Cuts and seals a file that will have this id in this room.
    public static FileParts seal(String room, UUID id, byte[] file) {
        var key = AgeFile.random(32);
        var whole = Arrays.copyOf(file, padded(file.length));
        var of = count(file.length);
        var parts = new ArrayList<byte[]>();
        for (var part = 0; part < of; part++) {
            var plain = Arrays.copyOfRange(whole, part * PART, Math.min(whole.length, (part + 1) * PART));
            parts.add(Derivation.join(new byte[] {1}, Cobblestone.seal(key, context(room, id, part, of), plain)));
        }
        return new FileParts(parts, key, file.length);
    }

    /// The sealed bytes, in order.
    public List<byte[]> parts() {
        return parts;
    }

    /// What the file's record says. Bytes say of themselves what they are: `type` is only told on.
    public Map<String, String> body(String name, String type) {
        var body = new LinkedHashMap<String, String>();
        body.put("name", name);
        body.put("type", type);
        body.put("size", Integer.toString(size));
        body.put("key", Labelled.base64(key));
        body.put("hash", hash(parts));
        return body;
    }

    /// Puts a file together again, out of what its record says and the parts that were stored. Empty: anything is
    /// missing, too much or exchanged.
    public static Optional<byte[]> open(String room, UUID id, Map<String, String> body, List<byte[]> parts) {
        var key = Labelled.decode(body.getOrDefault("key", ""), 32);
        var size = body.getOrDefault("size", "");
        if (key.isEmpty()
                || !size.matches("0|[1-9][0-9]{0,7}")
                || Integer.parseInt(size) > MOST * PART
                || parts.size() != count(Integer.parseInt(size))
                || !hash(parts).equals(body.get("hash"))) {
            return Optional.empty();
        }
        var length = Integer.parseInt(size);
        var whole = new ByteArrayOutputStream(padded(length));
        for (var part = 0; part < parts.size(); part++) {
            var sealed = parts.get(part);
            var plain = sealed[0] == 1
                    ? Cobblestone.open(
                            key.get(),
                            context(room, id, part, parts.size()),
                            Arrays.copyOfRange(sealed, 1, sealed.length))
                    : Optional.<byte[]>empty();
            if (plain.isEmpty()) {
                return Optional.empty();
            }
            whole.writeBytes(plain.get());
        }
        return whole.size() == padded(length)
                ? Optional.of(Arrays.copyOf(whole.toByteArray(), length))
                : Optional.empty();
    }

    /// How many parts a file of this length has.
    public static int count(int length) {
        return (padded(length) + PART - 1) / PART;
    }

    static int padded(int length) {
        if (length <= LEAST) {
            return LEAST;
        }
        var exponent = 31 - Integer.numberOfLeadingZeros(length);
        var step = 1 << (exponent - (31 - Integer.numberOfLeadingZeros(exponent)) - 1);
        return (length + step - 1) / step * step;
    }

    private static String hash(List<byte[]> parts) {
        var all = new ByteArrayOutputStream();
        parts.forEach(part -> all.writeBytes(
                Labelled.decode(Labelled.hash("room/v1/file-bytes", part), 32).orElseThrow()));
        return Labelled.hash("room/v1/file", all.toByteArray());
    }

    private static byte[] context(String room, UUID id, int part, int of) {
        var header = JsonNodeFactory.instance
                .objectNode()
                .put("v", 1)
                .put("room", room)
                .put("id", id.toString())
                .put("part", part)
                .put("of", of);
        return Labelled.bytes("room/v1/file-part", Jcs.bytes(header));
    }

    @Override
    public String toString() {
        return "[REDACTED]";
    }
}
