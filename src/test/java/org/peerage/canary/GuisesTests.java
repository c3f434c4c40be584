package org.peerage.canary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A search that finds nothing proves something only if it would have found it.
class GuisesTests {

    private static final String WORD = "Marzipankanari";
    private final Guises guises = Guises.of(WORD);

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "ab", "abc", "{\"text\":\""})
    void aWordIsFoundWhereverItStandsInBase64(String before) {
        var bytes = (before + WORD + "\"}").getBytes(StandardCharsets.UTF_8);
        assertThat(guises.in(Base64.getEncoder().encode(bytes))).isTrue();
        assertThat(guises.in(Base64.getUrlEncoder().withoutPadding().encode(bytes)))
                .isTrue();
    }

    @Test
    void aWordIsFoundInOtherLettersAndNumbers() {
        assertThat(guises.in("... marzipankanari".getBytes(StandardCharsets.UTF_8)))
                .isTrue();
        assertThat(guises.in(WORD.getBytes(StandardCharsets.UTF_16LE))).isTrue();
        assertThat(guises.in(("\\x" + HexFormat.of().formatHex(WORD.getBytes(StandardCharsets.UTF_8)))
                        .getBytes(StandardCharsets.UTF_8)))
                .isTrue();
        assertThat(guises.in("Marzipan and a canary".getBytes(StandardCharsets.UTF_8)))
                .isFalse();
    }

    @Test
    void aWordIsFoundInWhatIsPacked() throws IOException {
        var zipped = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(zipped)) {
            zip.write(("x".repeat(500) + WORD).getBytes(StandardCharsets.UTF_8));
        }
        var deflated = new ByteArrayOutputStream();
        deflated.writeBytes("before".getBytes(StandardCharsets.UTF_8));
        try (var deflate = new DeflaterOutputStream(deflated)) {
            deflate.write(Base64.getEncoder().encode(zipped.toByteArray()));
        }
        assertThat(guises.in(deflated.toByteArray())).isFalse();
        assertThat(guises.inside(deflated.toByteArray())).isTrue();
    }

    @Test
    void aKeyIsFoundAsBytesAndAsText() {
        var raw = HexFormat.of().parseHex("00ff10a0b1c2d3e4f5061728394a5b6c");
        var key = Guises.of(WORD).orKey(Base64.getUrlEncoder().withoutPadding().encodeToString(raw));
        assertThat(key.in(raw)).isTrue();
        assertThat(key.in(("k=" + Base64.getEncoder().encodeToString(raw)).getBytes(StandardCharsets.UTF_8)))
                .isTrue();
        assertThat(key.in(HexFormat.of().formatHex(raw).getBytes(StandardCharsets.UTF_8)))
                .isTrue();
    }
}
