package org.peerage.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/// A reader of a text for few has lost every lock and comes back with a new card: another reader seals its key again,
/// in both languages, and whoever makes one up, exchanges one or is none of the readers is refused by both.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RenewedReadersTests {

    private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
    private static final Instant NEXT_DAY = NOW.plus(LedgerMembers.WAIT);
    private static final UUID GROUP = UUID.fromString("0193f0c0-0000-7000-8000-00000000000a");
    private static final Map<String, String> BODY = Map.of("hindrance", "Zürich “fine” 😀");

    private final Twin twin = Twin.open();
    private final Keyholder mara = Keyholder.create(UUID.randomUUID(), NOW);
    private final Keyholder jon = Keyholder.create(UUID.randomUUID(), NOW);
    private final Keyholder eva = Keyholder.create(UUID.randomUUID(), NOW);
    private final Keyholder anna = Keyholder.create(UUID.randomUUID(), NOW);
    private final Keyholder anew = Keyholder.create(anna.card().user(), NEXT_DAY);
    private final KeyholderRoom room = KeyholderRoom.open(GROUP, mara, "Mara", NOW);
    private final KeyholderRoom.Put text;
    private final KeyholderRoom.Put other;
    private final Envelope early;

    RenewedReadersTests() {
        room.letIn(
                mara,
                List.of(
                        new KeyholderRoom.Guest(jon.card(), "Jon"),
                        new KeyholderRoom.Guest(eva.card(), "Eva"),
                        new KeyholderRoom.Guest(anna.card(), "Anna")),
                NOW);
        text = told(jon, anna, jon);
        other = told(jon, anna, jon);
        early = jon.renew(text.envelope().orElseThrow(), room.ledger(), anew.card());
        room.vouch(mara, anna.card(), anew.card(), false, NOW);
        room.vouch(jon, anna.card(), anew.card(), false, NOW);
        room.rekey(jon, anna.card(), anew.card(), NEXT_DAY);
    }

    @AfterAll
    void closeBrowser() {
        twin.close();
    }

    private KeyholderRoom.Put told(Keyholder author, Keyholder... readers) {
        return room.sealFor(
                author,
                List.of(readers).stream().map(Keyholder::card).toList(),
                new KeyholderRoom.About("missed", UUID.randomUUID(), GROUP),
                BODY,
                NOW);
    }

    private static UUID id(KeyholderRoom.Put put) {
        return UUID.fromString(Twin.json(put.header()).path("id").asString());
    }

    private Map<String, Object> opening(Keyholder reader, KeyholderRoom.Put put, Envelope original, Envelope renewal) {
        var asked = new HashMap<String, Object>(Twin.ledger(room));
        asked.putAll(Map.of(
                "file", original.base64url(),
                "again", renewal.base64url(),
                "age", twin.secretsOf(reader).path("age"),
                "me", reader.card().fingerprint(),
                "header", Twin.json(put.header()),
                "sealed", put.sealed().base64url()));
        return asked;
    }

    private void refuses(String code, Keyholder reader, KeyholderRoom.Put put, Envelope original, Envelope renewal) {
        assertThat(room.openRenewed(reader, id(put), put.sealed(), original, renewal))
                .isEmpty();
        assertThat(twin.refusal("openRenewed", opening(reader, put, original, renewal)))
                .isEqualTo(code);
    }

    private Envelope original() {
        return text.envelope().orElseThrow();
    }

    private Envelope renewal() {
        return jon.renew(original(), room.ledger(), anew.card());
    }

    @Test
    void theOneWhoCameBackReadsItAgainInBoth() {
        var byJava = renewal();
        assertThat(room.openRenewed(anew, id(text), text.sealed(), original(), byJava)
                        .map(Twin::json))
                .contains(Twin.json(BODY));
        assertThat(twin.ask("openRenewed", opening(anew, text, original(), byJava)))
                .isEqualTo(Twin.json(BODY));

        var asked = new HashMap<String, Object>(Twin.ledger(room));
        asked.putAll(Map.of(
                "file", original().base64url(),
                "age", twin.secretsOf(jon).path("age"),
                "to", anew.card().fingerprint(),
                "fp", jon.card().fingerprint(),
                "secrets", twin.secretsOf(jon)));
        var byBrowser = Envelope.parse(
                        twin.text("sealRenewal", asked), List.of(anew.card().fingerprint()))
                .orElseThrow();
        assertThat(room.openRenewed(anew, id(text), text.sealed(), original(), byBrowser)
                        .map(Twin::json))
                .contains(Twin.json(BODY));
        assertThat(room.openFor(anew, id(text), text.sealed(), original()))
                .as("the original is for the old card")
                .isEmpty();
    }

    @Test
    void oneForAnotherTextOrAnotherReaderIsRefused() {
        var others = jon.renew(other.envelope().orElseThrow(), room.ledger(), anew.card());
        refuses("bad-envelope", anew, text, original(), others);
        refuses("does-not-open", anew, text, other.envelope().orElseThrow(), others);
        refuses("does-not-open", mara, text, original(), renewal());
        refuses("bad-envelope", eva, text, original(), jon.renew(original(), room.ledger(), eva.card()));
        refuses("bad-envelope", anew, text, original(), early);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "room",
                "id",
                "rev",
                "envelope",
                "to",
                "by",
                "head",
                "more",
                "key",
                "readers",
                "said-by",
                "not-a-reader"
            })
    void aRenewalInWhichAnythingIsOtherIsRefused(String what) {
        Consumer<ObjectNode> bent = switch (what) {
            case "room", "envelope" -> inside -> inside.put(what, room.ledger().head());
            case "head" -> inside -> inside.put("head", "A".repeat(43));
            case "id" -> inside -> inside.put("id", GROUP.toString());
            case "rev" -> inside -> inside.put("rev", 2);
            case "to" -> inside -> inside.put("to", anna.card().fingerprint());
            case "by" -> inside -> inside.put("by", mara.card().fingerprint());
            case "more" -> inside -> inside.put("more", true);
            case "key" -> inside -> said(inside).put("key", Labelled.base64(new byte[32]));
            case "readers" ->
                inside -> said(inside).putArray("readers").add(jon.card().fingerprint());
            case "said-by" -> inside -> said(inside).put("by", mara.card().fingerprint());
            default -> inside -> {};
        };
        var renewer = what.equals("not-a-reader") ? mara : jon;
        refuses("bad-envelope", anew, text, original(), renewed(renewer, bent));
    }

    private static ObjectNode said(ObjectNode renewal) {
        return (ObjectNode) renewal.path("said");
    }

    /// As an honest renewal would be, then changed and signed again by this member.
    private Envelope renewed(Keyholder renewer, Consumer<ObjectNode> bent) {
        var honest = AgeFile.open(
                        renewal().file(),
                        AgeHybrid.identity(twin.secretsOf(anew).path("age").asString())
                                .orElseThrow())
                .flatMap(json -> Jcs.parse(new String(json, StandardCharsets.UTF_8), 8192))
                .orElseThrow();
        var renewal = (ObjectNode) honest;
        renewal.remove("sig");
        renewal.put("by", renewer.card().fingerprint());
        bent.accept(renewal);
        return renewer.renewed(renewal, anew.card());
    }
}
