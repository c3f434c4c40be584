package org.peerage.sealing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The published test vectors under `src/test/resources`; where they come from is written beside them.
final class Vectors {

    static final Path RESOURCES = Path.of("src/test/resources");

    private Vectors() {}

    /// One file of the CCTV age suite: what should come of it, and the age file.
    static final class Age {

        private final String name;
        private final Map<String, String> head;
        private final byte[] packed;

        private Age(String name, Map<String, String> head, byte[] packed) {
            this.name = name;
            this.head = head;
            this.packed = packed;
        }

        String name() {
            return name;
        }

        /// As it lies in the vector, perhaps compressed.
        byte[] packed() {
            return packed.clone();
        }

        byte[] file() {
            return says("compressed").isEmpty() ? packed() : inflate(packed);
        }

        /// A line of the vector's head, or nothing.
        String says(String key) {
            return head.getOrDefault(key, "");
        }

        /// A file in armour opens for nobody here, also where the suite opens it: no room has one.
        boolean opens() {
            return says("expect").equals("success") && says("armored").isEmpty();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Age> age() {
        try (var files = Files.list(RESOURCES.resolve("cctv/age"))) {
            return files.filter(file -> !file.toString().endsWith(".md"))
                    .sorted()
                    .map(Vectors::age)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Age age(Path path) {
        try {
            var bytes = Files.readAllBytes(path);
            var text = new String(bytes, StandardCharsets.ISO_8859_1);
            var end = text.indexOf("\n\n");
            Map<String, String> head = new HashMap<>();
            text.substring(0, end).lines().map(line -> line.split(": ", 2)).forEach(pair -> head.put(pair[0], pair[1]));
            return new Age(path.getFileName().toString(), head, Arrays.copyOfRange(bytes, end + 2, bytes.length));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// One test of Wycheproof's two Cobblestone files.
    static final class Chunked {

        private static final HexFormat HEX = HexFormat.of();

        private final Cobblestone.Suite suite;
        private final JsonNode json;

        private Chunked(Cobblestone.Suite suite, JsonNode json) {
            this.suite = suite;
            this.json = json;
        }

        Cobblestone.Suite suite() {
            return suite;
        }

        byte[] key() {
            return bytes("key");
        }

        byte[] context() {
            return bytes("ctx");
        }

        byte[] packed() {
            return bytes("ct");
        }

        byte[] sealed() {
            return inflate(packed());
        }

        boolean opens() {
            return json.path("result").asString().equals("valid");
        }

        int length() {
            return json.path("msgLength").asInt();
        }

        String sha512() {
            return json.path("msgSha512").asString();
        }

        private byte[] bytes(String name) {
            return HEX.parseHex(json.path(name).asString());
        }

        @Override
        public String toString() {
            return suite.aead() + " " + json.path("tcId").asInt();
        }
    }

    static List<Chunked> cobblestone() {
        return Stream.of(Cobblestone.Suite.COBBLESTONE_128, Cobblestone.Suite.COBBLESTONE_256)
                .flatMap(suite -> groups(suite)
                        .filter(group -> group.path("aead").asString().equals(suite.aead()))
                        .flatMap(group -> group.path("tests").valueStream())
                        .map(json -> new Chunked(suite, json)))
                .toList();
    }

    private static Stream<JsonNode> groups(Cobblestone.Suite suite) {
        var file = "wycheproof/c2sp_chunked_encryption_aes_%d_gcm_test.json".formatted(8 * suite.key());
        return json(RESOURCES.resolve(file)).path("testGroups").valueStream();
    }

    static JsonNode json(Path path) {
        try {
            return JsonMapper.shared().readTree(Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] inflate(byte[] compressed) {
        var inflater = new Inflater();
        try {
            inflater.setInput(compressed);
            var out = new ByteArrayOutputStream();
            var piece = new byte[65_536];
            while (!inflater.finished()) {
                out.write(piece, 0, inflater.inflate(piece));
            }
            return out.toByteArray();
        } catch (DataFormatException e) {
            throw new IllegalStateException(e);
        } finally {
            inflater.end();
        }
    }

    static String hash(String algorithm, byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
