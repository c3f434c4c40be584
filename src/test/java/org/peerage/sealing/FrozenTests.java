package org.peerage.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// What was written on the first day of version 1 opens for ever, in both languages. These files never change.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FrozenTests {

    private static final Path FROZEN = Vectors.RESOURCES.resolve("room/v1");

    private final Twin twin = Twin.open();

    @AfterAll
    void closeBrowser() {
        twin.close();
    }

    private static JsonNode frozen(String maker, String name) {
        return Vectors.json(FROZEN.resolve(maker).resolve(name + ".json"));
    }

    private static byte[] file(JsonNode of) {
        return Base64.getUrlDecoder().decode(of.path("file").asString());
    }

    private static Keyholder chair(String maker) {
        var lock = frozen(maker, "wordsLock");
        return Keyholder.openWithWords(file(lock), lock.path("words").asString(), card(maker))
                .orElseThrow();
    }

    private static Card card(String maker) {
        return Card.parse(frozen(maker, "card").toString()).orElseThrow();
    }

    private static List<LedgerEntry> entries(String maker) {
        return frozen(maker, "ledger")
                .path("entries")
                .valueStream()
                .map(entry -> LedgerEntry.parse(entry.toString()).orElseThrow())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"browser", "java"})
    void javaOpensEverything(String maker) {
        assertThat(card(maker).fingerprint())
                .isEqualTo(frozen(maker, "fingerprint").asString());
        var chair = chair(maker);
        var passkey = frozen(maker, "passkeyLock");
        var first = Base64.getUrlDecoder().decode(passkey.path("first").asString());
        var second = Base64.getUrlDecoder().decode(passkey.path("second").asString());
        assertThat(Keyholder.open(file(passkey), new AgePasskey(new byte[16], first, second), card(maker)))
                .isPresent();

        var grant = frozen(maker, "grant");
        var room = KeyholderRoom.join(
                        chair,
                        frozen(maker, "ledger").path("room").asString(),
                        entries(maker),
                        List.of(Grant.of(3, card(maker).fingerprint(), file(grant))
                                .orElseThrow()))
                .orElseThrow();
        assertThat(Twin.state(room.ledger())).isEqualTo(frozen(maker, "ledger").path("state"));

        var record = frozen(maker, "record");
        var sealed = Sealed.parse(record.path("sealed").asString()).orElseThrow();
        var id = UUID.fromString(record.path("header").path("id").asString());
        assertThat(room.open(id, sealed).map(Twin::json)).contains(record.path("body"));

        var named = frozen(maker, "named");
        var readers =
                named.path("readers").valueStream().map(JsonNode::asString).toList();
        assertThat(room.openFor(
                                chair,
                                UUID.fromString(named.path("header").path("id").asString()),
                                Sealed.parse(named.path("sealed").asString()).orElseThrow(),
                                Envelope.of(readers, file(named)).orElseThrow())
                        .map(Twin::json))
                .contains(named.path("body"));

        var draft = frozen(maker, "draft");
        assertThat(chair.openDraft(
                                draft.path("header"),
                                Sealed.parse(draft.path("sealed").asString()).orElseThrow())
                        .map(Twin::json))
                .contains(draft.path("body"));
        var invitation = frozen(maker, "invitation");
        assertThat(chair.tag(Base64.getUrlDecoder().decode(invitation.path("k").asString())))
                .isEqualTo(invitation.path("tag").asString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"browser", "java"})
    void theBrowserOpensEverything(String maker) {
        var card = frozen(maker, "card");
        var fingerprint = frozen(maker, "fingerprint");
        assertThat(twin.ask("verifyCard", Map.of("card", card))).isEqualTo(fingerprint);
        var lock = frozen(maker, "wordsLock");
        var words = List.of(lock.path("words").asString().split(" ", -1));
        var secrets = twin.ask("openWithWords", Map.of("file", lock.path("file"), "words", words));
        assertThat(twin.ask("matches", Map.of("secrets", secrets, "card", card)).asBoolean())
                .isTrue();
        assertThat(twin.ask("openWithPrf", frozen(maker, "passkeyLock"))).isEqualTo(secrets);

        var ledger = frozen(maker, "ledger");
        assertThat(twin.ask("replay", ledger)).isEqualTo(ledger.path("state"));
        var grant = frozen(maker, "grant");
        var opened = twin.ask(
                "openGrant",
                Map.of(
                        "file", grant.path("file"),
                        "age", secrets.path("age"),
                        "me", fingerprint,
                        "room", ledger.path("room"),
                        "entries", ledger.path("entries")));
        assertThat(opened.path("secret")).isEqualTo(grant.path("secret"));

        var record = frozen(maker, "record");
        assertThat(twin.ask(
                        "openRecord",
                        Map.of(
                                "secret", grant.path("secret"),
                                "room", ledger.path("room"),
                                "header", record.path("header"),
                                "sealed", record.path("sealed"))))
                .isEqualTo(record.path("body"));
        var named = frozen(maker, "named");
        var told = twin.ask(
                "openFor",
                Map.of(
                        "file", named.path("file"),
                        "age", secrets.path("age"),
                        "me", fingerprint,
                        "room", ledger.path("room"),
                        "entries", ledger.path("entries"),
                        "header", named.path("header"),
                        "sealed", named.path("sealed")));
        assertThat(told.path("body")).isEqualTo(named.path("body"));
        assertThat(told.path("envelope").path("kind"))
                .isEqualTo(named.path("says").path("kind"));
        assertThat(told.path("envelope").path("about"))
                .isEqualTo(named.path("says").path("about"));

        var draft = frozen(maker, "draft");
        assertThat(twin.ask(
                        "openDraft",
                        Map.of(
                                "age", secrets.path("age"),
                                "header", draft.path("header"),
                                "sealed", draft.path("sealed"))))
                .isEqualTo(draft.path("body"));
        var invitation = frozen(maker, "invitation");
        assertThat(twin.ask(
                                "verifyTag",
                                Map.of("k", invitation.path("k"), "card", card, "claimed", invitation.path("tag")))
                        .asBoolean())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"browser", "java"})
    void aFileIsPutTogetherAgain(String maker) {
        var file = frozen(maker, "file");
        Map<String, String> body = new HashMap<>();
        file.path("body")
                .properties()
                .forEach(field -> body.put(field.getKey(), field.getValue().asString()));
        var parts = file.path("parts")
                .valueStream()
                .map(part -> Base64.getUrlDecoder().decode(part.asString()))
                .toList();
        var id = UUID.fromString(file.path("id").asString());
        assertThat(FileParts.open(file.path("room").asString(), id, body, parts).map(Labelled::base64))
                .contains(file.path("bytes").asString());
        assertThat(twin.ask("openFile", file)).isEqualTo(file.path("bytes"));
    }

    /// Whatever the ledger knows, from the first entry to the end of the room.
    @ParameterizedTest
    @ValueSource(strings = {"browser", "java"})
    void everyKindOfEntryIsTakenAsItWas(String maker) {
        var acts = frozen(maker, "acts");
        assertThat(twin.ask("replay", acts)).isEqualTo(acts.path("state"));
        var ledger = Ledger.of(acts.path("room").asString());
        for (var entry : acts.path("entries")) {
            assertThat(ledger.append(LedgerEntry.parse(entry.toString()).orElseThrow()))
                    .as(entry.path("kind").asString())
                    .isEmpty();
        }
        assertThat(Twin.state(ledger)).isEqualTo(acts.path("state"));
        var kinds = Stream.of(acts, frozen(maker, "ledger"), frozen(maker, "restored"), frozen(maker, "paired"))
                .flatMap(one -> Stream.concat(
                        one.path("entries").valueStream(), one.path("now").valueStream()))
                .map(entry -> entry.path("kind").asString())
                .collect(Collectors.toSet());
        assertThat(kinds).isEqualTo(LedgerEntry.kinds());
    }

    /// Two have heard the words of each other's cards.
    @ParameterizedTest
    @ValueSource(strings = {"browser", "java"})
    void theWordsOfTwoStayAsTheyWere(String maker) {
        var frozen = frozen(maker, "paired");
        assertThat(twin.ask("replay", frozen)).isEqualTo(frozen.path("state"));
        assertThat(Twin.state(replayed(frozen.path("room").asString(), frozen.path("entries"))))
                .isEqualTo(frozen.path("state"));
        assertThat(twin.ask("pairWords", frozen.path("pair"))).isEqualTo(frozen.path("words"));
    }

    /// A room was brought back from an older copy, and most of its members have signed that it stands so.
    @ParameterizedTest
    @ValueSource(strings = {"browser", "java"})
    void whatMostHaveAcceptedIsTheRoom(String maker) {
        var frozen = frozen(maker, "restored");
        var verdict = frozen.path("verdict");
        assertThat(twin.ask("restored", frozen)).isEqualTo(verdict);
        var room = frozen.path("room").asString();
        var now = replayed(room, frozen.path("now"));
        assertThat(Twin.state(now)).isEqualTo(frozen.path("state"));
        var restored = Restored.of(replayed(room, frozen.path("remembered")), now);
        assertThat(restored.isAccepted()).isEqualTo(verdict.path("accepted").asBoolean());
        assertThat(restored.fork()).isEqualTo(verdict.path("fork").asLong());
        assertThat(restored.voices().stream().sorted())
                .containsExactlyElementsOf(verdict.path("voices")
                        .valueStream()
                        .map(JsonNode::asString)
                        .toList());
    }

    private static Ledger replayed(String room, JsonNode entries) {
        var ledger = Ledger.of(room);
        for (var entry : entries) {
            assertThat(ledger.append(LedgerEntry.parse(entry.toString()).orElseThrow()))
                    .as(entry.path("kind").asString())
                    .isEmpty();
        }
        return ledger;
    }

    /// Somebody has come back with a new card, another is about to, and a text for few was renewed.
    @ParameterizedTest
    @ValueSource(strings = {"browser", "java"})
    void whoCameBackOpensWhatWasRenewed(String maker) {
        var frozen = frozen(maker, "rekeyed");
        assertThat(twin.ask("replay", frozen)).isEqualTo(frozen.path("state"));
        var words = frozen.path("words").asString();
        var lock = Base64.getUrlDecoder().decode(frozen.path("lock").asString());
        var card = Card.parse(frozen.path("card").toString()).orElseThrow();
        var reader = Keyholder.openWithWords(lock, words, card).orElseThrow();
        var entries = frozen.path("entries")
                .valueStream()
                .map(entry -> LedgerEntry.parse(entry.toString()).orElseThrow())
                .toList();
        var room = KeyholderRoom.join(reader, frozen.path("room").asString(), entries, List.of())
                .orElseThrow();
        assertThat(Twin.state(room.ledger())).isEqualTo(frozen.path("state"));
        var readers =
                frozen.path("readers").valueStream().map(JsonNode::asString).toList();
        assertThat(room.openRenewed(
                                reader,
                                UUID.fromString(frozen.path("header").path("id").asString()),
                                Sealed.parse(frozen.path("sealed").asString()).orElseThrow(),
                                Envelope.of(readers, file(frozen)).orElseThrow(),
                                Envelope.parse(frozen.path("again").asString(), List.of(card.fingerprint()))
                                        .orElseThrow())
                        .map(Twin::json))
                .contains(frozen.path("body"));
        var secrets =
                twin.ask("openWithWords", Map.of("file", frozen.path("lock"), "words", List.of(words.split(" ", -1))));
        var asked = new HashMap<String, Object>(Map.of(
                "file", frozen.path("file"),
                "again", frozen.path("again"),
                "age", secrets.path("age"),
                "me", card.fingerprint(),
                "room", frozen.path("room"),
                "entries", frozen.path("entries"),
                "header", frozen.path("header"),
                "sealed", frozen.path("sealed")));
        assertThat(twin.ask("openRenewed", asked)).isEqualTo(frozen.path("body"));
    }

    /// Whoever edits a frozen file, or writes it again, meets this.
    @Test
    void theFilesAreThoseOfTheFirstDay() throws java.io.IOException {
        var all = new StringBuilder();
        try (var files = Files.walk(FROZEN)) {
            for (var file : files.filter(path -> path.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                all.append(FROZEN.relativize(file)).append(' ');
                all.append(Vectors.hash("SHA-256", Files.readAllBytes(file))).append('\n');
            }
        }
        assertThat(all.toString()).isEqualTo(Files.readString(FROZEN.resolve("SHA256")));
    }
}
