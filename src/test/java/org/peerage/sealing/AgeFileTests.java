package org.peerage.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AgeFileTests {

    /// X25519 recipients we have no use for: of those files we read header and payload with the file key that the
    /// vector names, and leave out the ones that are about the X25519 stanza itself.
    static List<Vectors.Age> vectors() {
        return Vectors.age().stream()
                .filter(vector -> !vector.name().startsWith("x25519"))
                .filter(vector -> !vector.says("expect").equals("no match") || !usesX25519(vector))
                .toList();
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
        assertThat(vectors()).filteredOn(Vectors.Age::opens).hasSizeGreaterThan(12);
        assertThat(vectors()).filteredOn(vector -> !vector.opens()).hasSizeGreaterThan(60);
    }

    private static boolean usesX25519(Vectors.Age vector) {
        return vector.says("identity").startsWith("AGE-SECRET-KEY-1");
    }

    private static AgeKey key(Vectors.Age vector) {
        if (!vector.says("passphrase").isEmpty()) {
            return new AgeWords(vector.says("passphrase"), 10);
        }
        if (!vector.says("identity").startsWith("AGE-SECRET-KEY-PQ-1")) {
            return new KnownFileKey(HexFormat.of().parseHex(vector.says("file key")));
        }
        return AgeHybrid.identity(vector.says("identity")).orElseThrow();
    }

    private static final class KnownFileKey implements AgeKey {

        private final byte[] fileKey;

        private KnownFileKey(byte[] fileKey) {
            this.fileKey = fileKey;
        }

        @Override
        public AgeStanza wrap(byte[] fileKey) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<byte[]> unwrap(List<AgeStanza> stanzas) {
            return Optional.of(fileKey);
        }
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
