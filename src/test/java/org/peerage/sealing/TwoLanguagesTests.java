package org.peerage.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// The browser writes and Java reads, and the reverse, for every object of version 1.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoLanguagesTests {

    private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
    private static final UUID MARA = UUID.fromString("0193f0c0-0000-7000-8000-000000000001");
    private static final UUID GROUP = UUID.fromString("0193f0c0-0000-7000-8000-00000000000a");
    private static final UUID JON = UUID.fromString("0193f0c0-0000-7000-8000-000000000002");
    private static final List<String> WORDS =
            List.of("abandon", "ability", "able", "about", "above", "absent", "absorb", "abstract", "absurd", "abuse");

    private final Twin twin = Twin.open();

    @AfterAll
    void closeBrowser() {
        twin.close();
    }

    /// Somebody whose identity the browser made, held here too.
    private Keyholder fromBrowser(UUID user) {
        var made = twin.ask("newIdentity", Map.of("user", user));
        var lock = twin.text("lockWithWords", Map.of("secrets", made.path("secrets"), "words", WORDS));
        var card = Card.parse(made.path("card").toString()).orElseThrow();
        return Keyholder.openWithWords(bytes(lock), String.join(" ", WORDS), card)
                .orElseThrow();
    }

    private JsonNode secretsOf(Keyholder holder) {
        return twin.ask(
                "openWithWords", Map.of("file", text(holder.lockWithWords(String.join(" ", WORDS))), "words", WORDS));
    }

    private static byte[] bytes(String base64url) {
        return Base64.getUrlDecoder().decode(base64url);
    }

    private static String text(byte[] bytes) {
        return Labelled.base64(bytes);
    }

    @Test
    void aCardIsTheSameInBoth() {
        var made = twin.ask("newIdentity", Map.of("user", MARA));
        var read = Card.parse(made.path("card").toString()).orElseThrow();
        assertThat(read.user()).isEqualTo(MARA);
        assertThat(read.fingerprint()).isEqualTo(twin.text("fingerprint", Map.of("card", made.path("card"))));

        var written = Keyholder.create(JON, NOW).card();
        assertThat(twin.text("verifyCard", Map.of("card", Twin.json(written.json()))))
                .isEqualTo(written.fingerprint());
    }

    @Test
    void wordsOpenWhatTheOtherLocked() {
        assertThat(fromBrowser(MARA).card().user()).isEqualTo(MARA);
        var jon = Keyholder.create(JON, NOW);
        var secrets = secretsOf(jon);
        assertThat(twin.ask(
                                "matches",
                                Map.of(
                                        "secrets",
                                        secrets,
                                        "card",
                                        Twin.json(jon.card().json())))
                        .asBoolean())
                .isTrue();
        var lock = text(jon.lockWithWords(String.join(" ", WORDS)));
        assertThat(twin.refusal("openWithWords", Map.of("file", lock, "words", WORDS.reversed())))
                .isEqualTo("does-not-open");
        assertThat(Keyholder.openWithWords(bytes(lock), String.join(" ", WORDS.reversed()), jon.card()))
                .isEmpty();
        assertThat(Keyholder.openWithWords(
                        bytes(lock),
                        String.join(" ", WORDS),
                        Keyholder.create(JON, NOW).card()))
                .as("secrets of another card")
                .isEmpty();
    }

    @Test
    void aPasskeyOpensWhatTheOtherLocked() {
        var random = new Random(7);
        var first = random(random, 32);
        var second = random(random, 32);
        var made = twin.ask("newIdentity", Map.of("user", MARA));
        var card = Card.parse(made.path("card").toString()).orElseThrow();
        var file = twin.text(
                "lockWithPrf", Map.of("secrets", made.path("secrets"), "first", text(first), "second", text(second)));
        var nonce = bytes(twin.text("prfNonce", Map.of("file", file)));
        assertThat(nonce).hasSize(16);
        var mara = Keyholder.open(bytes(file), new AgePasskey(nonce, first, second), card);
        assertThat(mara).isPresent();
        assertThat(Keyholder.open(bytes(file), new AgePasskey(nonce, second, first), card))
                .isEmpty();

        var back = text(mara.get().lock(new AgePasskey(random(random, 16), first, second)));
        var secrets = twin.ask("openWithPrf", Map.of("file", back, "first", text(first), "second", text(second)));
        assertThat(secrets).isEqualTo(made.path("secrets"));
        assertThat(twin.refusal("openWithPrf", Map.of("file", back, "first", text(second), "second", text(first))))
                .isEqualTo("does-not-open");
    }

    @Test
    void aPasskeyIsAskedForBothHalvesUnderTheFilesNonce() {
        var nonce = HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f");
        var inputs = twin.ask("prfInputs", Map.of("nonce", text(nonce)));
        var label = HexFormat.of().formatHex(AgePasskey.KIND.getBytes(StandardCharsets.UTF_8));
        assertThat(HexFormat.of().formatHex(bytes(inputs.path("first").asString())))
                .isEqualTo(label + "01000102030405060708090a0b0c0d0e0f");
        assertThat(HexFormat.of().formatHex(bytes(inputs.path("second").asString())))
                .isEqualTo(label + "02000102030405060708090a0b0c0d0e0f");
    }

    @Test
    void aRoomOpenedInJavaIsReadInTheBrowser() {
        var mara = Keyholder.create(MARA, NOW);
        var jon = Keyholder.create(JON, NOW);
        var room = KeyholderRoom.open(GROUP, mara, "Mara", NOW);
        room.letIn(mara, List.of(new KeyholderRoom.Guest(jon.card(), "Jón Ábara")), NOW);
        var put = room.seal(
                jon,
                new KeyholderRoom.About("update", UUID.randomUUID(), GROUP),
                Map.of("text", "Zürich, 15 % – “fine” 😀"),
                NOW);

        var state = twin.ask("replay", Twin.ledger(room));
        assertThat(state).isEqualTo(Twin.state(room.ledger()));

        var grant = room.grants().stream()
                .filter(one -> one.epoch() == 2 && one.to().equals(jon.card().fingerprint()))
                .findFirst()
                .orElseThrow();
        var opened = twin.ask("openGrant", grant(grant, jon, room));
        assertThat(opened.path("epoch").asLong()).isEqualTo(2);
        var body = twin.ask(
                "openRecord",
                Map.of(
                        "secret", opened.path("secret"),
                        "room", room.id(),
                        "header", Twin.json(put.header()),
                        "sealed", put.sealed().base64url()));
        assertThat(body).isEqualTo(Twin.json("{\"text\":\"Zürich, 15 % – “fine” 😀\"}"));
        assertThat(twin.text("ciphertextHash", Map.of("sealed", put.sealed().base64url())))
                .isEqualTo(put.sealed().hash());
    }

    private Map<String, Object> grant(Grant grant, Keyholder member, KeyholderRoom room) {
        return Map.of(
                "file", grant.base64url(),
                "age", secretsOf(member).path("age"),
                "me", member.card().fingerprint(),
                "room", room.id(),
                "entries", Twin.entries(room.entries()));
    }

    @Test
    void aRoomOpenedInTheBrowserIsReadInJava() {
        var mara = fromBrowser(MARA);
        var secrets = secretsOf(mara);
        var signer = Map.of(
                "group",
                GROUP,
                "name",
                "Mara",
                "fp",
                mara.card().fingerprint(),
                "secrets",
                secrets,
                "card",
                Twin.json(mara.card().json()));
        var first = twin.ask("genesis", signer);
        var id = first.path("room").asString();
        var genesis = LedgerEntry.parse(first.path("entry").toString()).orElseThrow();
        var ledger = Ledger.of(id);
        assertThat(ledger.append(genesis)).isEmpty();

        var secret = random(new Random(3), 32);
        var kcv = twin.text("keyCheck", Map.of("secret", text(secret)));
        var rotate = next(ledger, signer, "rotate", Map.of("epoch", 1, "kcv", kcv, "members", ledger.activeHash()));
        assertThat(ledger.append(rotate)).isEmpty();
        var grant = twin.text(
                "sealGrant",
                Map.of(
                        "room",
                        id,
                        "epoch",
                        1,
                        "secret",
                        text(secret),
                        "to",
                        mara.card().fingerprint(),
                        "head",
                        ledger.head(),
                        "card",
                        Twin.json(mara.card().json()),
                        "fp",
                        mara.card().fingerprint(),
                        "secrets",
                        secrets));
        var text = UUID.randomUUID().toString();
        var header = Map.of(
                "v",
                1,
                "room",
                id,
                "kind",
                "update",
                "id",
                text,
                "rev",
                1,
                "epoch",
                1,
                "about",
                GROUP,
                "author",
                mara.card().fingerprint());
        var sealed = Sealed.parse(twin.text(
                        "sealRecord",
                        Map.of(
                                "secret",
                                text(secret),
                                "room",
                                id,
                                "header",
                                header,
                                "body",
                                Map.of("text", "ä\u2028\n"))))
                .orElseThrow();
        var put = next(
                ledger,
                signer,
                "put",
                Map.of("id", text, "kind", "update", "about", GROUP, "rev", 1, "epoch", 1, "hash", sealed.hash()));

        var room = KeyholderRoom.join(
                        mara,
                        id,
                        List.of(genesis, rotate, put),
                        List.of(Grant.parse(1, mara.card().fingerprint(), grant).orElseThrow()))
                .orElseThrow();
        assertThat(room.open(UUID.fromString(text), sealed).map(Twin::json))
                .contains(Twin.json(Map.of("text", "ä\u2028\n")));
    }

    private LedgerEntry next(Ledger after, Map<String, ?> signer, String kind, Map<String, ?> data) {
        var made = twin.ask(
                "nextEntry",
                Map.of(
                        "seq", after.seq(),
                        "head", after.head(),
                        "kind", kind,
                        "data", data,
                        "fp", signer.get("fp"),
                        "secrets", signer.get("secrets")));
        return LedgerEntry.parse(made.toString()).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 241, 242, 1009, 1010, 4081, 4082, 16_369, 16_370, 60_000})
    void lengthsHideWithinTheirStep(int length) {
        var mara = Keyholder.create(MARA, NOW);
        var room = KeyholderRoom.open(GROUP, mara, "Mara", NOW);
        var body = Map.of("text", "a".repeat(length));
        var put = room.seal(mara, new KeyholderRoom.About("note", UUID.randomUUID(), GROUP), body, NOW);
        var secret = text(mara.open(room.grants().getFirst(), room.ledger()).orElseThrow());
        var arguments = Map.of("secret", secret, "room", room.id(), "header", Twin.json(put.header()));
        assertThat(twin.ask("openRecord", with(arguments, "sealed", put.sealed().base64url())))
                .isEqualTo(Twin.json(body));
        var again = Sealed.parse(twin.text("sealRecord", with(arguments, "body", body)))
                .orElseThrow();
        assertThat(again.bytes()).hasSize(put.sealed().bytes().length);
        var plain = Stream.of(256, 1024, 4096, 16_384, 65_536)
                .filter(step -> length + 11 <= step)
                .findFirst()
                .orElseThrow();
        assertThat(put.sealed().bytes()).hasSize(1 + 56 + plain + 16 * (1 + plain / 16_384));
        assertThat(new String(put.sealed().bytes(), StandardCharsets.ISO_8859_1))
                .doesNotContain("aaaaaaaa");
    }

    static Map<String, Object> with(Map<String, ?> map, String key, Object value) {
        var all = new HashMap<String, Object>(map);
        all.put(key, value);
        return all;
    }

    @Test
    void aDraftOpensOnlyForItsOwnPersonAndPlace() {
        var mara = Keyholder.create(MARA, NOW);
        var age = secretsOf(mara).path("age");
        var header = Twin.json(Map.of("v", 1, "person", MARA.toString(), "kind", "update", "id", JON.toString()));
        var sealed = twin.text("sealDraft", Map.of("age", age, "header", header, "body", Map.of("text", "later")));
        assertThat(mara.openDraft(header, Sealed.parse(sealed).orElseThrow())).contains("{\"text\":\"later\"}");
        var elsewhere = Twin.json(Map.of("v", 1, "person", MARA.toString(), "kind", "update", "id", MARA.toString()));
        assertThat(mara.openDraft(elsewhere, Sealed.parse(sealed).orElseThrow()))
                .isEmpty();
        assertThat(Keyholder.create(MARA, NOW)
                        .openDraft(header, Sealed.parse(sealed).orElseThrow()))
                .isEmpty();

        var back = mara.sealDraft(header, "{\"text\":\"sooner\"}").base64url();
        assertThat(twin.ask("openDraft", Map.of("age", age, "header", header, "sealed", back)))
                .isEqualTo(Twin.json(Map.of("text", "sooner")));
        assertThat(twin.refusal("openDraft", Map.of("age", age, "header", elsewhere, "sealed", back)))
                .isEqualTo("does-not-open");
    }

    @Test
    void theLinksSecretVouchesForOneCard() {
        var jon = Keyholder.create(JON, NOW);
        var k = random(new Random(5), 16);
        var card = Twin.json(jon.card().json());
        var tag = twin.text("tag", Map.of("k", text(k), "card", card));
        assertThat(jon.tag(k)).isEqualTo(tag);
        assertThat(twin.ask("verifyTag", Map.of("k", text(k), "card", card, "claimed", tag))
                        .asBoolean())
                .isTrue();
        var swapped = Twin.json(Keyholder.create(JON, NOW).card().json());
        assertThat(twin.ask("verifyTag", Map.of("k", text(k), "card", swapped, "claimed", tag))
                        .asBoolean())
                .isFalse();
    }

    @Test
    void theKeysOfAnEpochCannotBeReadOut() {
        var room = KeyholderRoom.open(GROUP, Keyholder.create(MARA, NOW), "Mara", NOW);
        assertThat(twin.ask("epochKeysStayInside", Map.of("secret", text(new byte[32]), "room", room.id())))
                .isEqualTo(Twin.json(Map.of("records", false, "files", false, "names", false, "votes", false)));
    }

    @Test
    void fiveHundredEntriesAreReadInAMoment() {
        var mara = Keyholder.create(MARA, NOW);
        var room = KeyholderRoom.open(GROUP, mara, "Mara", NOW);
        while (room.entries().size() < 500) {
            room.seal(mara, new KeyholderRoom.About("note", UUID.randomUUID(), GROUP), Map.of(), NOW);
        }
        assertThat(twin.ask("timeReplay", Twin.ledger(room)).asDouble())
                .as("milliseconds, on a machine that others use too")
                .isLessThan(1500);
    }

    private static byte[] random(Random random, int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
