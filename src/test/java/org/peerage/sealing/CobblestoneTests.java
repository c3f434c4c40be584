package org.peerage.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class CobblestoneTests {

    private static final HexFormat HEX = HexFormat.of();

    static List<JsonNode> vectors() {
        return Vectors.cobblestone();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void opensExactlyWhatWycheproofSaysIsValid(JsonNode vector) {
        var opened = Cobblestone.open(
                HEX.parseHex(vector.path("key").asString()),
                HEX.parseHex(vector.path("ctx").asString()),
                Vectors.inflate(HEX.parseHex(vector.path("ct").asString())));
        if (vector.path("result").asString().equals("valid")) {
            assertThat(opened).isPresent();
            assertThat(opened.get()).hasSize(vector.path("msgLength").asInt());
            assertThat(Vectors.hash("SHA-512", opened.get()))
                    .isEqualTo(vector.path("msgSha512").asString());
        } else {
            assertThat(opened).isEmpty();
        }
    }

    @Test
    void theVectorsSayYesAndNo() {
        assertThat(vectors()).hasSize(35);
        assertThat(vectors())
                .as("a suite that only refuses would pass on code that opens nothing")
                .filteredOn(vector -> vector.path("result").asString().equals("valid"))
                .hasSize(10)
                .hasSizeLessThan(vectors().size());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 16_383, 16_384, 16_385, 40_000})
    void opensWhatItSealed(int length) {
        var random = new Random(length);
        var key = bytes(random, 32);
        var context = bytes(random, 40);
        var plain = bytes(random, length);
        var sealed = Cobblestone.seal(key, context, plain);
        assertThat(Cobblestone.open(key, context, sealed))
                .hasValueSatisfying(opened -> assertThat(opened).isEqualTo(plain));
        var flipped = sealed.clone();
        flipped[random.nextInt(sealed.length)] ^= (byte) (1 << random.nextInt(8));
        assertThat(Cobblestone.open(key, context, flipped)).isEmpty();
        assertThat(Cobblestone.open(key, bytes(random, 40), sealed)).isEmpty();
        assertThat(Cobblestone.open(bytes(random, 32), context, sealed)).isEmpty();
    }

    private static byte[] bytes(Random random, int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
