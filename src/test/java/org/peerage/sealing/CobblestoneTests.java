package org.peerage.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CobblestoneTests {

    static List<Vectors.Chunked> vectors() {
        return Vectors.cobblestone();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void opensExactlyWhatWycheproofSaysIsValid(Vectors.Chunked vector) {
        var opened = Cobblestone.open(vector.suite(), vector.key(), vector.context(), vector.sealed());
        if (vector.opens()) {
            assertThat(opened).isPresent();
            assertThat(opened.get()).hasSize(vector.length());
            assertThat(Vectors.hash("SHA-512", opened.get())).isEqualTo(vector.sha512());
        } else {
            assertThat(opened).isEmpty();
        }
    }

    @Test
    void sealsWhatWycheproofSealedToTheSameBytes() {
        assertThat(vectors()).filteredOn(Vectors.Chunked::opens).allSatisfy(vector -> {
            var sealed = vector.sealed();
            var plain = Cobblestone.open(vector.suite(), vector.key(), vector.context(), sealed)
                    .orElseThrow();
            var salt = Arrays.copyOf(sealed, 24);
            assertThat(Cobblestone.seal(vector.suite(), vector.key(), salt, vector.context(), plain))
                    .isEqualTo(sealed);
        });
    }

    @Test
    void theVectorsSayYesAndNo() {
        assertThat(vectors()).hasSize(70);
        assertThat(vectors())
                .as("a suite that only refuses would pass on code that opens nothing")
                .filteredOn(Vectors.Chunked::opens)
                .extracting(vector -> vector.suite().key())
                .containsOnly(16, 32)
                .hasSize(20);
    }

    @Test
    void aRoomHasOneSuiteAndReadsNoOther() {
        assertThat(vectors())
                .filteredOn(Vectors.Chunked::opens)
                .allSatisfy(vector -> assertThat(Cobblestone.open(vector.key(), vector.context(), vector.sealed())
                                .isPresent())
                        .isEqualTo(vector.suite().equals(Cobblestone.Suite.COBBLESTONE_256)));
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
