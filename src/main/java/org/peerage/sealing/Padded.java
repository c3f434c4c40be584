package org.peerage.sealing;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/// Text in the form of JSON, filled up with spaces to a step so that its length tells little, and sealed under a
/// context that names exactly what it is.
final class Padded {

    static final String RECORD = "room/v1/record";
    static final String NAMED = "room/v1/named";
    static final String DRAFT = "person/v1/draft";
    static final String PAPER = "room/v1/paper";

    private static final int[] STEPS = {256, 1024, 4096};
    private static final int STEP = 16_384;

    private Padded() {}

    static Sealed seal(String label, byte[] key, JsonNode header, String json) {
        return sealAs(label, key, header, json, step(json.getBytes(StandardCharsets.UTF_8).length));
    }

    /// All of one length.
    static Sealed sealAs(String label, byte[] key, JsonNode header, String json, int length) {
        var plain = json.getBytes(StandardCharsets.UTF_8);
        if (plain.length > length) {
            throw new IllegalArgumentException("too long");
        }
        var padded = Arrays.copyOf(plain, length);
        Arrays.fill(padded, plain.length, padded.length, (byte) ' ');
        var sealed = Cobblestone.seal(key, Labelled.bytes(label, Jcs.bytes(header)), padded);
        return Sealed.of(Derivation.join(new byte[] {1}, sealed)).orElseThrow();
    }

    static Optional<String> open(String label, byte[] key, JsonNode header, Sealed sealed) {
        var bytes = sealed.bytes();
        return Cobblestone.open(
                        key, Labelled.bytes(label, Jcs.bytes(header)), Arrays.copyOfRange(bytes, 1, bytes.length))
                .flatMap(Padded::text)
                .map(String::stripTrailing);
    }

    private static int step(int length) {
        return IntStream.of(STEPS)
                .filter(step -> length <= step)
                .findFirst()
                .orElseGet(() -> (length + STEP - 1) / STEP * STEP);
    }

    private static Optional<String> text(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
