package org.peerage.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AgeFileTests {

    static List<Vectors.Age> vectors() {
        return Vectors.age();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void opensExactlyWhatTheAgeSuiteSaysOpens(Vectors.Age vector) {
        var opened = AgeFile.open(vector.file(), key(vector));
        if (vector.opens()) {
            assertThat(opened).isPresent();
            assertThat(Vectors.hash("SHA-256", opened.get())).isEqualTo(vector.says("payload"));
        } else {
            assertThat(opened).isEmpty();
        }
    }

    @Test
    void theVectorsSayYesAndNo() {
        assertThat(vectors()).hasSize(143);
        assertThat(vectors()).filteredOn(Vectors.Age::opens).hasSizeGreaterThan(12);
        assertThat(vectors()).filteredOn(vector -> !vector.opens()).hasSizeGreaterThan(60);
    }

    private static AgeKey key(Vectors.Age vector) {
        if (!vector.says("passphrase").isEmpty()) {
            return new AgeWords(vector.says("passphrase"), 10);
        }
        var identity = vector.says("identity");
        if (identity.isEmpty()) {
            return AgeHybrid.identity(AgeHybrid.newIdentity()).orElseThrow();
        }
        return identity.startsWith("AGE-SECRET-KEY-PQ-1")
                ? AgeHybrid.identity(identity).orElseThrow()
                : AgeX25519.identity(identity).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537})
    void opensWhatItSealed(int length) {
        var plain = new byte[length];
        new Random(length).nextBytes(plain);
        var identity = AgeHybrid.identity(AgeHybrid.newIdentity()).orElseThrow();
        var file = AgeFile.seal(plain, AgeHybrid.recipient(identity.recipient()).orElseThrow());
        assertThat(AgeFile.open(file, identity))
                .hasValueSatisfying(opened -> assertThat(opened).isEqualTo(plain));
        var other = AgeHybrid.identity(AgeHybrid.newIdentity()).orElseThrow();
        assertThat(AgeFile.open(file, other)).isEmpty();
    }

    @Test
    void wordsOpenWithTheirOwnWorkFactorOnly() {
        var file = AgeFile.seal(new byte[] {1}, new AgeWords("ten words", 4));
        assertThat(AgeFile.open(file, new AgeWords("ten words", 4))).isPresent();
        assertThat(AgeFile.open(file, new AgeWords("other words", 4))).isEmpty();
        assertThat(AgeFile.open(file, new AgeWords("ten words", AgeWords.WORK_FACTOR)))
                .isEmpty();
    }
}
