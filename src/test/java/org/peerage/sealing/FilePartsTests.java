package org.peerage.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/// A file is what its author put into the room, from the first byte to the last, or it is nothing; in both languages.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FilePartsTests {

    private static final String ROOM = "r".repeat(42) + "A";
    private static final UUID ID = UUID.fromString("0193f0c0-0000-7000-8000-0000000000f1");

    private final Twin twin = Twin.open();

    @AfterAll
    void closeBrowser() {
        twin.close();
    }

    @Test
    void whatOneSealsTheOtherOpens() {
        for (var length : new int[] {0, 1, 1024, 100_000, FileParts.PART, FileParts.PART + 1}) {
            var bytes = bytes(length);
            var made = twin.ask(
                    "sealFile",
                    Map.of(
                            "room",
                            ROOM,
                            "id",
                            ID,
                            "key",
                            Labelled.base64(bytes(32)),
                            "name",
                            "Plan – “2027”.pdf",
                            "type",
                            "application/pdf",
                            "bytes",
                            Labelled.base64(bytes)));
            assertThat(FileParts.open(ROOM, ID, body(made.path("body")), parts(made.path("parts"))))
                    .as("of the browser, %s bytes", length)
                    .hasValueSatisfying(opened -> assertThat(opened).isEqualTo(bytes));
            var mine = FileParts.seal(ROOM, ID, bytes);
            assertThat(asked("openFile", mine.body("a", "b"), mine.parts()).asString())
                    .as("of Java, %s bytes", length)
                    .isEqualTo(Labelled.base64(bytes));
        }
    }

    @Test
    void itIsFilledUpTheSameAndByLittle() {
        var lengths = new Random(5)
                .ints(300, 0, FileParts.MOST * FileParts.PART + 1)
                .boxed()
                .toList();
        var filled = twin.ask("padded", Map.of("lengths", lengths));
        for (var i = 0; i < lengths.size(); i++) {
            var padded = FileParts.padded(lengths.get(i));
            assertThat(filled.path(i).asInt()).isEqualTo(padded);
            assertThat(padded).isBetween(lengths.get(i), Math.max(1024, lengths.get(i) / 8 * 9 + 8));
        }
        assertThat(FileParts.count(FileParts.MOST * FileParts.PART)).isEqualTo(FileParts.MOST);
    }

    @Test
    void aPartThatIsExchangedLeftOutCutOrOfAnotherFileIsRefused() {
        var file = FileParts.seal(ROOM, ID, bytes(2 * FileParts.PART + 5));
        var body = file.body("a", "b");
        var other = FileParts.seal(ROOM, UUID.randomUUID(), bytes(2 * FileParts.PART + 5));
        var parts = file.parts();
        refused("file-broken", body, List.of(parts.get(1), parts.get(0), parts.get(2)));
        refused("file-missing", body, parts.subList(0, 2));
        refused("file-broken", body, List.of(parts.get(0), parts.get(1), java.util.Arrays.copyOf(parts.get(2), 80)));
        refused("file-broken", body, List.of(parts.get(0), other.parts().get(1), parts.get(2)));
        refused("file-broken", other.body("a", "b"), parts);
        var bit = parts.get(1).clone();
        bit[5000] ^= 1;
        refused("file-broken", body, List.of(parts.get(0), bit, parts.get(2)));
        for (var field : List.of("size", "key", "hash")) {
            var bent = new HashMap<>(body);
            bent.put(field, other.body("a", "b").get(field));
            bent.computeIfPresent("size", (key, size) -> field.equals("size") ? "7" : size);
            refused("file-broken", bent, parts);
        }
    }

    /// The same key, the same room, the same bytes: whoever may read it does not become its author.
    @Test
    void whoeverHoldsTheKeyCannotPutAnotherPartInItsPlace() {
        var key = Labelled.base64(bytes(32));
        var first = sealed(key, "What was agreed");
        var second = sealed(key, "What was AGREED");
        refused("file-broken", body(first.path("body")), parts(second.path("parts")));
    }

    @Test
    void aPictureIsKnownByItsBytesAlone() {
        var heads = Map.of(
                "image/png",
                new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0},
                "image/jpeg",
                new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 0},
                "image/gif",
                "GIF89a…".getBytes(StandardCharsets.UTF_8),
                "image/webp",
                "RIFFxxxxWEBPVP8 ".getBytes(StandardCharsets.UTF_8));
        heads.forEach((type, bytes) -> assertThat(twin.text("pictureType", Map.of("bytes", Labelled.base64(bytes))))
                .isEqualTo(type));
        for (var text :
                List.of("<svg xmlns='http://www.w3.org/2000/svg'/>", "<!doctype html>", "", "RIFF", "%PDF-1.7")) {
            var bytes = Labelled.base64(text.getBytes(StandardCharsets.UTF_8));
            assertThat(twin.text("pictureType", Map.of("bytes", bytes))).isEqualTo("none");
        }
    }

    private JsonNode sealed(String key, String words) {
        return twin.ask(
                "sealFile",
                Map.of(
                        "room",
                        ROOM,
                        "id",
                        ID,
                        "key",
                        key,
                        "name",
                        "a",
                        "type",
                        "b",
                        "bytes",
                        Labelled.base64(words.getBytes(StandardCharsets.UTF_8))));
    }

    private void refused(String code, Map<String, String> body, List<byte[]> parts) {
        assertThat(FileParts.open(ROOM, ID, body, parts)).isEmpty();
        assertThat(twin.refusal("openFile", argument(body, parts))).isEqualTo(code);
    }

    private JsonNode asked(String act, Map<String, String> body, List<byte[]> parts) {
        return twin.ask(act, argument(body, parts));
    }

    private static Map<String, Object> argument(Map<String, String> body, List<byte[]> parts) {
        return Map.of(
                "room", ROOM,
                "id", ID,
                "body", body,
                "parts", parts.stream().map(Labelled::base64).toList());
    }

    private static Map<String, String> body(JsonNode json) {
        Map<String, String> body = new HashMap<>();
        json.properties()
                .forEach(field -> body.put(field.getKey(), field.getValue().asString()));
        return body;
    }

    private static List<byte[]> parts(JsonNode json) {
        var parts = new ArrayList<byte[]>();
        json.forEach(part -> parts.add(java.util.Base64.getUrlDecoder().decode(part.asString())));
        return List.copyOf(parts);
    }

    private static byte[] bytes(int length) {
        var bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
