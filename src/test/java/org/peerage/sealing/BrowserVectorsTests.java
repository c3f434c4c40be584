package org.peerage.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The bytes beneath the objects: the browser reads and refuses what Java and the public vectors do.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrowserVectorsTests {

    private final Twin twin = Twin.open();

    @AfterAll
    void closeBrowser() {
        twin.close();
    }

    @Test
    void canonicalJsonIsTheSameTextInBoth() {
        var random = new Random(11);
        for (var i = 0; i < 60; i++) {
            var json = Twin.JSON.writeValueAsString(anything(random, 3));
            assertThat(twin.text("canonical", Map.of("json", json)))
                    .isEqualTo(Jcs.text(Jcs.parse(json, 1 << 20).orElseThrow()));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":1.5}",
                "{\"a\":9007199254740992}",
                "{\"a\":null}",
                "{\"a\":\"\\ud800\"}",
                "{\"\\udc00\":1}"
            })
    void canonicalJsonRefusesTheSame(String json) {
        assertThat(Jcs.parse(json, 100)).isEmpty();
        assertThat(twin.refusal("canonical", Map.of("json", json))).isEqualTo("malformed");
    }

    private static Object anything(Random random, int depth) {
        return switch (random.nextInt(depth == 0 ? 3 : 5)) {
            case 0 -> random.nextLong(1L << 53) * (random.nextBoolean() ? 1 : -1);
            case 1 -> random.nextBoolean();
            case 2 -> letters(random);
            case 3 ->
                Stream.generate(() -> anything(random, depth - 1)).limit(3).toList();
            default -> {
                var map = new HashMap<String, Object>();
                for (var i = 0; i < 4; i++) {
                    map.put(letters(random), anything(random, depth - 1));
                }
                yield map;
            }
        };
    }

    private static String letters(Random random) {
        var points =
                new int[] {0, 8, 9, 10, 13, 31, 34, 47, 92, 65, 97, 127, 128, 233, 0x20ac, 0x2028, 0xfb33, 0x1f600};
        var text = new StringBuilder();
        for (var i = random.nextInt(6); i > 0; i--) {
            text.appendCodePoint(points[random.nextInt(points.length)]);
        }
        return text.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"AAF", "AAE=", "A/A+", "A", "AAAAA", " AAA"})
    void bytesHaveOneSpellingInBoth(String base64) {
        assertThat(twin.refusal("decode", Map.of("b64", base64))).isEqualTo("malformed");
        for (var length = 0; length < 5; length++) {
            assertThat(Labelled.decode(base64, length)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AA", "-_8", "AAEC", "_-_-_w", "9_f39_f39_f39_f39_f39_f39_f39_f39_f39_f39_c"})
    void bytesAreSpelledAlikeInOlderAndInNewerBrowsers(String base64) {
        for (var way : List.of("spelled", "spelledWithoutHelp")) {
            assertThat(twin.ask(way, Map.of("b64", base64)).asString()).as(way).isEqualTo(base64);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "AB", "AAA=", "AA A", "+/8", "AAF"})
    void anotherSpellingIsRefusedInOlderAndInNewerBrowsers(String base64) {
        for (var way : List.of("spelled", "spelledWithoutHelp")) {
            assertThat(twin.refusal(way, Map.of("b64", base64))).as(way).isEqualTo("malformed");
        }
    }

    static Stream<Vectors.Chunked> cobblestone() {
        return Vectors.cobblestone().stream();
    }

    @ParameterizedTest
    @MethodSource("cobblestone")
    void theBrowserOpensAndSealsExactlyWhatWycheproofSaysIsValid(Vectors.Chunked vector) {
        var arguments = Map.of(
                "bits", 8 * vector.suite().key(),
                "key", Labelled.base64(vector.key()),
                "context", Labelled.base64(vector.context()),
                "compressed", Labelled.base64(vector.packed()));
        if (vector.opens()) {
            assertThat(twin.ask("cobblestone", arguments))
                    .isEqualTo(Twin.json(
                            Map.of("length", vector.length(), "sha512", vector.sha512(), "sealedAlike", true)));
        } else {
            assertThat(twin.refusal("cobblestone", arguments)).isEqualTo("does-not-open");
        }
    }

    static Stream<Vectors.Age> age() {
        return Vectors.age().stream();
    }

    @ParameterizedTest
    @MethodSource("age")
    void theBrowserOpensExactlyWhatTheAgeSuiteSaysOpens(Vectors.Age vector) {
        var arguments = Map.of(
                "file", Labelled.base64(vector.packed()),
                "compressed", !vector.says("compressed").isEmpty(),
                "identity", vector.says("identity"),
                "passphrase", vector.says("passphrase"));
        if (vector.opens()) {
            assertThat(twin.text("age", arguments)).isEqualTo(vector.says("payload"));
        } else {
            assertThat(twin.refusal("age", arguments)).isEqualTo("does-not-open");
        }
    }
}
