package org.peerage.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Texts for named readers, in both languages: the readers read them, and nobody else, whatever is exchanged.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NamedReadersTests {

    private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
    private static final UUID GROUP = UUID.fromString("0193f0c0-0000-7000-8000-00000000000a");
    private static final UUID PLACE = UUID.fromString("0193f0c0-0000-7000-8000-00000000000b");
    private static final Map<String, String> BODY = Map.of("hindrance", "Zürich “fine” 😀");

    private final Twin twin = Twin.open();
    private final Keyholder mara = Keyholder.create(UUID.randomUUID(), NOW);
    private final Keyholder jon = Keyholder.create(UUID.randomUUID(), NOW);
    private final Keyholder eva = Keyholder.create(UUID.randomUUID(), NOW);
    private final Keyholder noor = Keyholder.create(UUID.randomUUID(), NOW);
    private final KeyholderRoom room = KeyholderRoom.open(GROUP, mara, "Mara", NOW);

    NamedReadersTests() {
        room.letIn(mara, List.of(guest(jon, "Jon"), guest(eva, "Eva"), guest(noor, "Noor")), NOW);
        room.remove(mara, noor.card(), NOW);
    }

    private static KeyholderRoom.Guest guest(Keyholder one, String name) {
        return new KeyholderRoom.Guest(one.card(), name);
    }

    @AfterAll
    void closeBrowser() {
        twin.close();
    }

    private KeyholderRoom.Put told(Keyholder author, Keyholder... readers) {
        return room.sealFor(
                author, cards(readers), new KeyholderRoom.About("missed", UUID.randomUUID(), PLACE), BODY, NOW);
    }

    private static List<Card> cards(Keyholder... holders) {
        return Arrays.stream(holders).map(Keyholder::card).toList();
    }

    private static UUID id(KeyholderRoom.Put put) {
        return UUID.fromString(Twin.json(put.header()).path("id").asString());
    }

    private Map<String, Object> opening(Keyholder reader, KeyholderRoom.Put put, Sealed sealed, Envelope envelope) {
        return Map.of(
                "file", envelope.base64url(),
                "age", twin.secretsOf(reader).path("age"),
                "me", reader.card().fingerprint(),
                "room", room.id(),
                "entries", Twin.entries(room.entries()),
                "header", Twin.json(put.header()),
                "sealed", sealed.base64url());
    }

    private void opens(Keyholder reader, KeyholderRoom.Put put) {
        var envelope = put.envelope().orElseThrow();
        assertThat(room.openFor(reader, id(put), put.sealed(), envelope).map(Twin::json))
                .contains(Twin.json(BODY));
        assertThat(twin.ask("openFor", opening(reader, put, put.sealed(), envelope))
                        .path("body"))
                .isEqualTo(Twin.json(BODY));
    }

    private void refuses(String code, Keyholder reader, KeyholderRoom.Put put, Sealed sealed, Envelope envelope) {
        assertThat(room.openFor(reader, id(put), sealed, envelope)).isEmpty();
        assertThat(twin.refusal("openFor", opening(reader, put, sealed, envelope)))
                .isEqualTo(code);
    }

    @Test
    void onlyItsReadersReadItEvenWhereItsAuthorIsNone() {
        var put = told(jon, mara);
        opens(mara, put);
        refuses("does-not-open", jon, put, put.sealed(), put.envelope().orElseThrow());
        refuses("does-not-open", eva, put, put.sealed(), put.envelope().orElseThrow());
        var both = told(jon, mara, jon);
        opens(mara, both);
        opens(jon, both);
    }

    @Test
    void theLedgerAndTheRowTellNothingOfIt() {
        var put = told(jon, mara);
        assertThat(put.entry().json() + put.header())
                .contains("\"kind\":\"text\"", "\"about\":\"" + GROUP)
                .doesNotContain(
                        "missed", PLACE.toString(), "readers", mara.card().fingerprint());
        var entries = new ArrayList<>(Twin.entries(room.entries()));
        ((ObjectNode) entries.getLast().path("data")).put("about", PLACE.toString());
        var ledger = Ledger.of(room.id());
        room.entries()
                .subList(0, entries.size() - 1)
                .forEach(entry -> assertThat(ledger.append(entry)).isEmpty());
        var about = jon.signed(
                ledger.seq() + 1,
                ledger.head(),
                "put",
                (ObjectNode) entries.getLast().path("data"),
                NOW);
        assertThat(ledger.append(LedgerEntry.parse(about.toString()).orElseThrow()))
                .contains(Ledger.Refusal.MALFORMED);
        entries.set(entries.size() - 1, about);
        assertThat(twin.refusal("replay", Map.of("room", room.id(), "entries", entries)))
                .isEqualTo("malformed");
    }

    @Test
    void neitherWordsNorEnvelopeAreExchanged() {
        var one = told(jon, mara, jon);
        var other = told(jon, mara, jon);
        refuses("does-not-open", mara, one, other.sealed(), one.envelope().orElseThrow());
        refuses("does-not-open", mara, one, one.sealed(), other.envelope().orElseThrow());
        refuses("does-not-open", mara, one, other.sealed(), other.envelope().orElseThrow());
        var flipped = one.envelope().orElseThrow().file();
        flipped[flipped.length - 1] ^= 1;
        var readers = one.envelope().orElseThrow().readers();
        refuses(
                "does-not-open",
                mara,
                one,
                one.sealed(),
                Envelope.of(readers, flipped).orElseThrow());
    }

    @Test
    void whoeverIsNotInTheRoomCannotBeWrittenTo() {
        var put = told(jon, mara, noor);
        refuses("bad-envelope", mara, put, put.sealed(), put.envelope().orElseThrow());
        refuses("bad-envelope", noor, put, put.sealed(), put.envelope().orElseThrow());
    }

    @Test
    void aReaderWhoLeavesLaterTakesNothingFromTheOthers() {
        var here = KeyholderRoom.open(GROUP, mara, "Mara", NOW);
        here.letIn(mara, List.of(guest(jon, "Jon"), guest(eva, "Eva")), NOW);
        var about = new KeyholderRoom.About("missed", UUID.randomUUID(), PLACE);
        var put = here.sealFor(jon, cards(jon, eva), about, BODY, NOW);
        here.remove(mara, eva.card(), NOW);
        assertThat(here.openFor(jon, about.id(), put.sealed(), put.envelope().orElseThrow()))
                .isPresent();
    }

    @Test
    void theBrowserWritesWhatJavaReads() {
        var secrets = twin.secretsOf(jon);
        var header = Map.of(
                "v",
                1,
                "room",
                room.id(),
                "kind",
                "missed",
                "id",
                UUID.randomUUID(),
                "rev",
                1,
                "epoch",
                room.ledger().epoch(),
                "about",
                PLACE,
                "author",
                jon.card().fingerprint());
        var made = twin.ask(
                "sealFor",
                Map.of(
                        "room", room.id(),
                        "entries", Twin.entries(room.entries()),
                        "readers", List.of(mara.card().fingerprint(), jon.card().fingerprint()),
                        "header", header,
                        "body", BODY,
                        "fp", jon.card().fingerprint(),
                        "secrets", secrets));
        var data = (ObjectNode) made.path("header").deepCopy();
        data.remove(List.of("v", "room", "author"));
        room.take(room.sign(jon, "put", data.put("hash", made.path("hash").asString()), NOW));
        var readers = made.path("envelope")
                .path("readers")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
        var envelope = Envelope.parse(made.path("file").asString(), readers).orElseThrow();
        var sealed = Sealed.parse(made.path("sealed").asString()).orElseThrow();
        assertThat(room.openFor(mara, UUID.fromString(String.valueOf(header.get("id"))), sealed, envelope)
                        .map(Twin::json))
                .contains(Twin.json(BODY));
    }

    /// The author signs something that does not fit the entry: another text's letter, another reader, another day.
    @ParameterizedTest
    @CsvSource({
        "v,2",
        "room,AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "id,0193f0c0-0000-7000-8000-000000000009",
        "rev,2",
        "kind,text",
        "kind,Missed",
        "about,nowhere",
        "by,AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "head,AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
    })
    void anEnvelopeIsItsAuthorsWordOnExactlyThisText(String field, String value) {
        Consumer<ObjectNode> change = said -> {
            if (value.length() == 1) {
                said.put(field, Long.parseLong(value));
            } else {
                said.put(field, value);
            }
        };
        holds(false, true, change);
        holds(false, false, change);
    }

    @Test
    void everyFieldIsSignedAndNoOtherIsTaken() {
        holds(true, true, said -> {});
        holds(false, false, said -> said.put("kind", "note"));
        holds(false, false, said -> said.put("about", GROUP.toString()));
        holds(false, false, said -> said.put("key", Labelled.base64(new byte[32])));
        holds(false, true, said -> said.put("more", true));
        holds(false, true, said -> said.putArray("readers"));
        holds(false, true, said -> said.putArray("readers").add(jon.card().fingerprint()));
        holds(false, true, said -> readers(said, mara, noor));
        holds(false, true, said -> {
            var sorted =
                    said.path("readers").valueStream().map(JsonNode::asString).toList();
            var turned = said.putArray("readers");
            sorted.reversed().forEach(turned::add);
        });
    }

    private static void readers(ObjectNode said, Keyholder... readers) {
        var list = said.putArray("readers");
        Arrays.stream(readers).map(one -> one.card().fingerprint()).sorted().forEach(list::add);
    }

    private void holds(boolean expected, boolean signedAgain, Consumer<ObjectNode> change) {
        var put = told(jon, mara, jon);
        var named = room.ledger().put(id(put).toString()).orElseThrow();
        var said = (ObjectNode) jon.open(put.envelope().orElseThrow(), named, room.ledger())
                .orElseThrow()
                .deepCopy();
        change.accept(said);
        if (signedAgain) {
            said.remove("sig");
            said.put("sig", jon.signature(Envelope.LABEL, said));
        }
        assertThat(EnvelopeCheck.holds(said, named, room.ledger(), mara.card().fingerprint()))
                .isEqualTo(expected);
        var asked = Map.of(
                "envelope", said,
                "put", named,
                "me", mara.card().fingerprint(),
                "room", room.id(),
                "entries", Twin.entries(room.entries()));
        if (expected) {
            twin.ask("checkEnvelope", asked);
        } else {
            assertThat(twin.refusal("checkEnvelope", asked)).isEqualTo("bad-envelope");
        }
    }

    @Test
    void anEnvelopeIsForOneToFourAndForNobodyUnseen() {
        var file = told(jon, mara, jon).envelope().orElseThrow();
        assertThat(Envelope.of(file.readers(), file.file())).isPresent();
        assertThat(Envelope.of(file.readers().reversed(), file.file())).isEmpty();
        assertThat(Envelope.of(List.of(file.readers().getFirst()), file.file())).isEmpty();
        assertThat(Envelope.of(List.of(), file.file())).isEmpty();
        assertThat(Envelope.of(file.readers(), new byte[700])).isEmpty();
    }
}
