package org.peerage.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A server that changes or exchanges what is sealed, texts, keys handed out and locks: in both languages it does not
/// open, and for the same reason (`confidentiality.md` 6.4).
class HostileSealsTests extends RoomInBothLanguages {

    private static final String WORDS = "abandon ability able about above absent absorb abstract absurd abuse";

    private final Keyholder ghost = Keyholder.create(UUID.randomUUID(), NOW);

    @ParameterizedTest
    @CsvSource({
        "v,2",
        "room,AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "kind,update",
        "id,0193f0c0-0000-7000-8000-000000000009",
        "rev,2",
        "epoch,4",
        "about,0193f0c0-0000-7000-8000-000000000009",
        "author,AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
    })
    void aTextDoesNotOpenUnderAnotherHeader(String field, String value) {
        var room = withoutEva();
        var put = room.seal(jon, new KeyholderRoom.About("note", UUID.randomUUID(), GROUP), Map.of("text", "x"), NOW);
        var header = (ObjectNode) Twin.json(put.header());
        assertThat(Padded.open(Padded.RECORD, room.recordsKey(3), header, put.sealed()))
                .isPresent();
        if (value.length() == 1) {
            header.put(field, Long.parseLong(value));
        } else {
            header.put(field, value);
        }
        doesNotOpen(room, header, put.sealed().bytes());
    }

    private void doesNotOpen(KeyholderRoom room, JsonNode header, byte[] sealed) {
        assertThat(Sealed.of(sealed).flatMap(bytes -> Padded.open(Padded.RECORD, room.recordsKey(3), header, bytes)))
                .isEmpty();
        var secret =
                Labelled.base64(mara.open(grantOf(room, mara, 3), room.ledger()).orElseThrow());
        var arguments =
                Map.of("secret", secret, "room", room.id(), "header", header, "sealed", Labelled.base64(sealed));
        assertThat(twin.refusal("openRecord", arguments)).isEqualTo("does-not-open");
    }

    private static Grant grantOf(KeyholderRoom room, Keyholder member, long epoch) {
        return room.grants().stream()
                .filter(grant -> grant.epoch() == epoch
                        && grant.to().equals(member.card().fingerprint()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void changedCutAndSwappedBytesDoNotOpen() {
        var room = withoutEva();
        var put = room.seal(
                jon,
                new KeyholderRoom.About("note", UUID.randomUUID(), GROUP),
                Map.of("text", "x".repeat(20_000)),
                NOW);
        var header = Twin.json(put.header());
        var bytes = put.sealed().bytes();
        for (var at : List.of(0, 1, 24, 25, 56, 57, 5000, 57 + 16_400, bytes.length - 1)) {
            var flipped = bytes.clone();
            flipped[at] ^= 4;
            doesNotOpen(room, header, flipped);
        }
        doesNotOpen(room, header, Arrays.copyOf(bytes, bytes.length - 1));
        doesNotOpen(room, header, Arrays.copyOf(bytes, 57 + 16_400));
        doesNotOpen(room, header, Arrays.copyOf(bytes, bytes.length + 20));
        var swapped = Derivation.join(
                Arrays.copyOf(bytes, 57),
                Arrays.copyOfRange(bytes, 57 + 16_400, 57 + 32_800),
                Arrays.copyOfRange(bytes, 57, 57 + 16_400),
                Arrays.copyOfRange(bytes, 57 + 32_800, bytes.length));
        doesNotOpen(room, header, swapped);
    }

    private void grantRefused(String code, Grant grant, Keyholder member, KeyholderRoom room) {
        assertThat(member.open(grant, room.ledger())).isEmpty();
        assertThat(twin.refusal(
                        "openGrant",
                        Map.of(
                                "file", grant.base64url(),
                                "age", twin.secretsOf(member).path("age"),
                                "me", member.card().fingerprint(),
                                "room", room.id(),
                                "entries", Twin.entries(room.entries()))))
                .isEqualTo(code);
    }

    @Test
    void aGrantIsForOnePersonInOneRoomUnderTheKeyEverybodyHas() {
        var room = withoutEva();
        var head = room.ledger().head();
        var secret = mara.open(grantOf(room, mara, 3), room.ledger()).orElseThrow();
        assertThat(jon.open(mara.grant(room.id(), 3, head, secret, jon.card()), room.ledger()))
                .contains(secret);

        grantRefused("bad-grant", mara.grant(room.id(), 3, head, new byte[32], jon.card()), jon, room);
        grantRefused("bad-grant", ghost.grant(room.id(), 3, head, secret, jon.card()), jon, room);
        grantRefused("bad-grant", mara.grant(withoutEva().id(), 3, head, secret, jon.card()), jon, room);
        grantRefused("bad-grant", mara.grant(room.id(), 2, head, secret, jon.card()), jon, room);
        grantRefused("bad-grant", mara.grant(room.id(), 9, head, secret, jon.card()), jon, room);
        grantRefused("bad-grant", mara.grant(room.id(), 3, room.id(), secret, jon.card()), jon, room);
        grantRefused("does-not-open", grantOf(room, mara, 3), jon, room);

        // Said to be for Mara, wrapped to Jon: somebody passes on what was not meant for him.
        var e = mara.card();
        var misaddressed = new Card(e.user(), jon.card().age(), e.ed25519(), e.created(), e.fingerprint(), e.json());
        grantRefused("bad-grant", mara.grant(room.id(), 3, head, secret, misaddressed), jon, room);

        var flipped = grantOf(room, jon, 3).file();
        flipped[flipped.length - 1] ^= 1;
        grantRefused(
                "does-not-open", Grant.of(3, jon.card().fingerprint(), flipped).orElseThrow(), jon, room);
    }

    @Test
    void whoWasRemovedGetsNoKeyAfterwards() {
        var room = withoutEva();
        room.seal(jon, new KeyholderRoom.About("note", UUID.randomUUID(), GROUP), Map.of("text", "after Eva"), NOW);
        var asEva = KeyholderRoom.join(eva, room.id(), room.entries(), room.grants())
                .orElseThrow();
        assertThat(room.grants().stream()
                        .filter(grant -> grant.to().equals(eva.card().fingerprint()))
                        .map(Grant::epoch))
                .containsExactly(2L);
        assertThat(asEva.ledger().members())
                .hasEntrySatisfying(
                        eva.card().fingerprint(),
                        member -> assertThat(member.active()).isFalse());
    }

    @Test
    void anOlderGrantStaysAnOlderKey() {
        var room = withoutEva();
        var older = grantOf(room, jon, 2);
        var relabelled = Grant.of(3, jon.card().fingerprint(), older.file()).orElseThrow();
        assertThat(jon.open(relabelled, room.ledger())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "14", "16", "18", "22", "015", "15 15"})
    void nobodyElseChoosesHowLongThisMachineWorks(String factor) {
        var lock = new String(mara.lockWithWords(WORDS), StandardCharsets.ISO_8859_1);
        var changed = lock.replaceFirst("(-> scrypt \\S+) 15\n", "$1 " + factor + "\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        assertThat(Keyholder.openWithWords(changed, WORDS, mara.card())).isEmpty();
        var arguments = Map.of("file", Labelled.base64(changed), "words", List.of(WORDS.split(" ", -1)));
        assertThat(twin.refusal("openWithWords", arguments)).isEqualTo("bad-lock");
    }
}
