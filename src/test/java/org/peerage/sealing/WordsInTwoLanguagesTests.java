package org.peerage.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/// Words that people read: those that open a lock, and those that a room is known by.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WordsInTwoLanguagesTests {

    private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
    private static final UUID MARA = UUID.fromString("0193f0c0-0000-7000-8000-000000000001");
    private static final UUID GROUP = UUID.fromString("0193f0c0-0000-7000-8000-00000000000a");

    private final Twin twin = Twin.open();

    @AfterAll
    void closeBrowser() {
        twin.close();
    }

    @Test
    void generatedWordsAreReadHoweverTheyAreTyped() {
        var words = twin.ask("newWords", Map.of());
        assertThat(words).hasSize(10);
        var typed = "  "
                + String.join(
                        " \n",
                        words.valueStream()
                                .map(word -> word.asString().toUpperCase(Locale.ROOT))
                                .toList());
        assertThat(twin.ask("readWords", Map.of("typed", typed))).isEqualTo(words);
        assertThat(twin.refusal("readWords", Map.of("typed", "nine words are not enough for this lock here now")))
                .isEqualTo("not-the-words");
    }

    /// Java's own PBKDF2 finds the same eight words, and any other head has others.
    @Test
    void theWordsOfARoomAreTheSameInBoth() throws GeneralSecurityException {
        var mara = Keyholder.create(MARA, NOW);
        var room = KeyholderRoom.open(GROUP, mara, "Mara", NOW);
        var before = room.ledger().head();
        room.seal(mara, new KeyholderRoom.About("note", UUID.randomUUID(), GROUP), Map.of(), NOW);
        var head = room.ledger().head();
        assertThat(roomWords(room.id(), head)).hasSize(8).isEqualTo(wordsInJava(room.id(), head));
        assertThat(roomWords(room.id(), before))
                .isEqualTo(wordsInJava(room.id(), before))
                .isNotEqualTo(roomWords(room.id(), head));
        assertThat(roomWords("A".repeat(43), "A".repeat(43)))
                .as("frozen")
                .containsExactly("pair", "airport", "digital", "decorate", "glow", "gasp", "onion", "weapon");
    }

    /// Those that the owner of a new card reads to whoever vouches for it.
    @Test
    void theWordsOfACardAreTheSameInBoth() throws GeneralSecurityException {
        var card = Keyholder.create(MARA, NOW).card().fingerprint();
        var words = strings(twin.ask("cardWords", Map.of("fp", card)));
        assertThat(words).hasSize(8).isEqualTo(spoken(Labelled.bytes("room/v1/card-words", new byte[0]), card));
        assertThat(strings(twin.ask(
                        "cardWords",
                        Map.of("fp", Keyholder.create(MARA, NOW).card().fingerprint()))))
                .isNotEqualTo(words);
    }

    /// Eight of each card: each page of two shows the other's, and neither shows any that both cards went into.
    @Test
    void theWordsOfTwoAreThoseOfBothTheirCardsInBoth() throws GeneralSecurityException {
        var mara = Keyholder.create(MARA, NOW).card().fingerprint();
        var jon = Keyholder.create(GROUP, NOW).card().fingerprint();
        var atMaras = twin.ask("pairWords", Map.of("mine", mara, "theirs", jon));
        var atJons = twin.ask("pairWords", Map.of("mine", jon, "theirs", mara));
        var salt = Labelled.bytes("room/v1/card-words", new byte[0]);
        assertThat(strings(atMaras.path("mine"))).isEqualTo(spoken(salt, mara));
        assertThat(strings(atMaras.path("theirs"))).isEqualTo(spoken(salt, jon));
        assertThat(atJons.path("mine")).isEqualTo(atMaras.path("theirs"));
        assertThat(atJons.path("theirs")).isEqualTo(atMaras.path("mine"));
    }

    /// Whoever stands between two shows each of them a card of their own for the other; each hears words that are not
    /// there.
    @Test
    void whoeverStandsBetweenTwoIsHeardByBoth() {
        var mara = Keyholder.create(MARA, NOW).card().fingerprint();
        var jon = Keyholder.create(GROUP, NOW).card().fingerprint();
        var asMara = Keyholder.create(MARA, NOW).card().fingerprint();
        var asJon = Keyholder.create(GROUP, NOW).card().fingerprint();
        var atMaras = twin.ask("pairWords", Map.of("mine", mara, "theirs", asJon));
        var atJons = twin.ask("pairWords", Map.of("mine", jon, "theirs", asMara));
        assertThat(atMaras.path("theirs")).isNotEqualTo(atJons.path("mine"));
        assertThat(atJons.path("theirs")).isNotEqualTo(atMaras.path("mine"));
    }

    private List<String> roomWords(String room, String head) {
        return strings(twin.ask("roomWords", Map.of("room", room, "head", head)));
    }

    private List<String> wordsInJava(String room, String head) throws GeneralSecurityException {
        return spoken(Labelled.bytes("room/v1/words", Base64.getUrlDecoder().decode(room)), head);
    }

    private List<String> spoken(byte[] salt, String what) throws GeneralSecurityException {
        var how = new PBEKeySpec(what.toCharArray(), salt, 100_000, 88);
        var bits = new BigInteger(
                1,
                SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                        .generateSecret(how)
                        .getEncoded());
        var list = strings(twin.ask("wordlist", Map.of()));
        return IntStream.range(0, 8)
                .mapToObj(word -> list.get(bits.shiftRight(77 - 11 * word).intValue() & 2047))
                .toList();
    }

    private static List<String> strings(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }
}
