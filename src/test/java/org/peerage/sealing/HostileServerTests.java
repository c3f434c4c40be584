package org.peerage.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A server that lies, or a member who cheats: both languages refuse, and for the same reason (`confidentiality.md`
/// 6.4).
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileServerTests {

    private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
    private static final UUID GROUP = UUID.fromString("0193f0c0-0000-7000-8000-00000000000a");
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String WORDS = "abandon ability able about above absent absorb abstract absurd abuse";

    private final Twin twin = Twin.open();
    private final Keyholder mara = Keyholder.create(UUID.randomUUID(), NOW);
    private final Keyholder jon = Keyholder.create(UUID.randomUUID(), NOW);
    private final Keyholder eva = Keyholder.create(UUID.randomUUID(), NOW);
    private final Keyholder ghost = Keyholder.create(UUID.randomUUID(), NOW);

    @AfterAll
    void closeBrowser() {
        twin.close();
    }

    /// Mara is the chair, Jon a member; Eva was one.
    private KeyholderRoom room() {
        var room = KeyholderRoom.open(GROUP, mara, "Mara", NOW);
        room.letIn(
                mara,
                List.of(new KeyholderRoom.Guest(jon.card(), "Jon"), new KeyholderRoom.Guest(eva.card(), "Eva")),
                NOW);
        room.remove(mara, eva.card(), NOW);
        return room;
    }

    private void refused(String code, String room, List<JsonNode> entries) {
        var ledger = Ledger.of(room);
        var verdict = "taken";
        for (var entry : entries) {
            verdict = LedgerEntry.parse(entry.toString())
                    .map(parsed ->
                            ledger.append(parsed).map(HistoriesTests::code).orElse("taken"))
                    .orElse("malformed");
            if (!verdict.equals("taken")) {
                break;
            }
        }
        assertThat(verdict).isEqualTo(code);
        assertThat(twin.refusal("replay", Map.of("room", room, "entries", entries)))
                .isEqualTo(code);
    }

    private void refusesNext(String code, KeyholderRoom room, Keyholder by, String kind, ObjectNode data) {
        refusesTwisted(code, room, by, kind, data, entry -> {});
    }

    private void refusesTwisted(
            String code, KeyholderRoom room, Keyholder by, String kind, ObjectNode data, Consumer<ObjectNode> twist) {
        var entries = new ArrayList<>(Twin.entries(room.entries()));
        twin.ask("replay", Twin.ledger(room));
        var ledger = room.ledger();
        var entry = by.signed(ledger.seq() + 1, ledger.head(), kind, data, NOW);
        twist.accept(entry);
        entries.add(entry);
        refused(code, room.id(), entries);
    }

    private static ObjectNode add(Keyholder who) {
        var data = JSON.objectNode().put("how", "invite").put("name", "Somebody");
        data.set("card", Twin.json(who.card().json()));
        return data;
    }

    private static ObjectNode about(Keyholder who) {
        return JSON.objectNode().put("fp", who.card().fingerprint());
    }

    private static ObjectNode rotate(long epoch, String members) {
        return JSON.objectNode()
                .put("epoch", epoch)
                .put("kcv", Labelled.hash("room/v1/kcv", new byte[32]))
                .put("members", members);
    }

    private static ObjectNode put(KeyholderRoom room, String id, String kind, long rev, long epoch) {
        return JSON.objectNode()
                .put("id", id)
                .put("kind", kind)
                .put("about", GROUP.toString())
                .put("rev", rev)
                .put("epoch", epoch)
                .put("hash", room.ledger().head());
    }

    @Test
    void anotherRoomsBeginningIsNotThisRooms() {
        refused("not-genesis", room().id(), Twin.entries(room().entries()));
    }

    @Test
    void droppedEntriesAndNewOrdersAreSeen() {
        var room = room();
        var dropped = new ArrayList<>(Twin.entries(room.entries()));
        dropped.remove(2);
        refused("out-of-order", room.id(), dropped);
        var reordered = new ArrayList<>(Twin.entries(room.entries()));
        Collections.swap(reordered, 2, 3);
        refused("out-of-order", room.id(), reordered);
        var replayed = new ArrayList<>(Twin.entries(room.entries()));
        replayed.add(replayed.getLast());
        refused("out-of-order", room.id(), replayed);
    }

    @Test
    void nobodySlipsIn() {
        var room = room();
        refusesNext("signer-not-active", room, ghost, "add", add(ghost));
        refusesTwisted(
                "bad-signature",
                room,
                ghost,
                "add",
                add(ghost),
                entry -> entry.put("by", mara.card().fingerprint()));
        refusesNext("not-allowed", room, jon, "add", add(ghost));
        refusesNext(
                "signer-not-active",
                room,
                eva,
                "rotate",
                rotate(4, room.ledger().activeHash()));
        refusesTwisted(
                "bad-signature",
                room,
                mara,
                "add",
                add(ghost),
                entry -> ((ObjectNode) entry.path("data"))
                        .set("card", Twin.json(eva.card().json())));
    }

    @Test
    void aSwappedCardOfAKnownPersonIsRefused() {
        var room = room();
        var double_ = Keyholder.create(jon.card().user(), NOW);
        refusesNext("not-allowed", room, mara, "add", add(double_));
        var mixed = add(ghost);
        ((ObjectNode) mixed.path("card")).put("age", eva.card().age());
        refusesNext("bad-card", room, mara, "add", mixed);
    }

    @Test
    void onlyTheChairActsAsTheChair() {
        var room = room();
        refusesNext("not-allowed", room, jon, "remove", about(mara));
        refusesNext("not-called", room, jon, "chair", about(jon));
        refusesNext("not-allowed", room, jon, "leave", about(mara));
        refusesTwisted(
                "bad-signature",
                room,
                jon,
                "remove",
                about(mara),
                entry -> entry.put("by", mara.card().fingerprint()));
    }

    @Test
    void aKeyIsMadeForExactlyWhoIsHere() {
        var room = room();
        var all = Labelled.hash(
                "room/v1/members",
                Jcs.bytes(Twin.json(
                        List.of(
                                        jon.card().fingerprint(),
                                        mara.card().fingerprint(),
                                        eva.card().fingerprint())
                                .stream()
                                .sorted()
                                .toList())));
        refusesNext("wrong-members", room, jon, "rotate", rotate(4, all));
        refusesNext("stale-epoch", room, jon, "rotate", rotate(5, room.ledger().activeHash()));
        refusesNext("stale-epoch", room, jon, "rotate", rotate(3, room.ledger().activeHash()));
    }

    @Test
    void nothingIsWrittenUnderAKeyThatSomebodyWhoLeftStillHolds() {
        var room = room();
        var id = UUID.randomUUID().toString();
        refusesNext("stale-epoch", room, jon, "put", put(room, id, "note", 1, 2));
        room.leave(jon, NOW);
        refusesNext("stale-epoch", room, mara, "put", put(room, id, "note", 1, 3));
        refusesNext("signer-not-active", room, jon, "put", put(room, id, "note", 1, 3));
    }

    @Test
    void textsKeepTheirAuthorTheirKindAndTheirOrder() {
        var room = room();
        var id = UUID.randomUUID();
        room.seal(jon, new KeyholderRoom.About("note", id, GROUP), Map.of("text", "mine"), NOW);
        refusesNext("not-allowed", room, mara, "put", put(room, id.toString(), "note", 2, 3));
        refusesNext("wrong-revision", room, jon, "put", put(room, id.toString(), "note", 3, 3));
        refusesNext("wrong-revision", room, jon, "put", put(room, id.toString(), "update", 2, 3));
        refusesTwisted(
                "bad-signature",
                room,
                mara,
                "put",
                put(room, id.toString(), "note", 2, 3),
                entry -> entry.put("by", jon.card().fingerprint()));
        refusesNext(
                "wrong-revision",
                room,
                jon,
                "del",
                JSON.objectNode().put("id", id.toString()).put("rev", 2));
        room.take(room.sign(
                mara, "del", JSON.objectNode().put("id", id.toString()).put("rev", 1), NOW));
        refusesNext("wrong-revision", room, jon, "put", put(room, id.toString(), "note", 2, 3));
    }

    private static ObjectNode compared(KeyholderRoom room, long seq, Keyholder... with) {
        var data = JSON.objectNode()
                .put("seq", seq)
                .put("head", room.ledger().head(seq).orElseThrow());
        var others = data.putArray("with");
        Stream.of(with).map(one -> one.card().fingerprint()).sorted().forEach(others::add);
        return data;
    }

    /// That two have compared the room's words is theirs to say, of words that were the room's once both were in it.
    @Test
    void nobodyInventsOrDropsAComparison() {
        var room = room();
        var last = room.ledger().seq();
        refusesNext("not-allowed", room, jon, "check", compared(room, last, jon));
        refusesNext("not-allowed", room, jon, "check", compared(room, last, mara, eva));
        refusesNext("not-allowed", room, jon, "check", compared(room, last, ghost));
        refusesNext("not-allowed", room, mara, "check", compared(room, 1, jon));
        refusesNext("malformed", room, mara, "check", compared(room, last));
        refusesNext("malformed", room, mara, "check", compared(room, last, jon, jon));
        refusesNext("wrong-head", room, mara, "check", compared(room, last, jon).put("head", room.id()));
        refusesTwisted(
                "bad-signature",
                room,
                mara,
                "check",
                compared(room, last, jon),
                entry -> entry.put("by", jon.card().fingerprint()));
        room.take(room.sign(jon, "check", compared(room, last, mara), NOW));
        room.take(room.sign(jon, "device", JSON.objectNode(), NOW));
        assertThat(twin.ask("replay", Twin.ledger(room))).isEqualTo(Twin.state(room.ledger()));
        var without = new ArrayList<>(Twin.entries(room.entries()));
        without.remove(without.size() - 2);
        refused("out-of-order", room.id(), without);
        var withOthers = new ArrayList<>(Twin.entries(room.entries()));
        var entry = (ObjectNode) withOthers.get(withOthers.size() - 2).deepCopy();
        ((ObjectNode) entry.path("data")).putArray("with").add(eva.card().fingerprint());
        withOthers.set(withOthers.size() - 2, entry);
        refused("bad-signature", room.id(), withOthers);
    }

    /// Whose words somebody has heard they sign themselves, of a card that is here; neither a guest nor the server can.
    @Test
    void whoHasHeardWhoseWordsIsSigned() {
        var room = room();
        refusesNext("not-allowed", room, jon, "pair", about(jon));
        refusesNext("not-allowed", room, jon, "pair", about(ghost));
        refusesNext("signer-not-active", room, ghost, "pair", about(jon));
        refusesNext("malformed", room, jon, "pair", about(mara).put("seq", 1));
        refusesTwisted(
                "bad-signature",
                room,
                mara,
                "pair",
                about(jon),
                entry -> entry.put("by", jon.card().fingerprint()));
        var words = room.ledger().words();
        room.pair(jon, mara.card(), NOW);
        assertThat(room.ledger().words())
                .as("it leaves the room's words as they are")
                .isEqualTo(words);
        assertThat(twin.ask("replay", Twin.ledger(room))).isEqualTo(Twin.state(room.ledger()));
    }

    @Test
    void versionOneMeansOneThing() {
        var room = room();
        refusesNext("malformed", room, mara, "add", add(ghost).put("how", "trust-me"));
        refusesNext("malformed", room, mara, "remove", about(jon).put("quietly", true));
        refusesTwisted("malformed", room, mara, "remove", about(jon), entry -> entry.put("v", 2));
        refusesTwisted("malformed", room, mara, "remove", about(jon), entry -> entry.put("at", "now"));
        refusesTwisted("malformed", room, mara, "remove", about(jon), entry -> entry.put("note", ""));
        refusesNext("malformed", room, mara, "put", put(room, "not-an-id", "note", 1, 3));
    }

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
        var room = room();
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
        var room = room();
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
        var room = room();
        var head = room.ledger().head();
        var secret = mara.open(grantOf(room, mara, 3), room.ledger()).orElseThrow();
        assertThat(jon.open(mara.grant(room.id(), 3, head, secret, jon.card()), room.ledger()))
                .contains(secret);

        grantRefused("bad-grant", mara.grant(room.id(), 3, head, new byte[32], jon.card()), jon, room);
        grantRefused("bad-grant", ghost.grant(room.id(), 3, head, secret, jon.card()), jon, room);
        grantRefused("bad-grant", mara.grant(room().id(), 3, head, secret, jon.card()), jon, room);
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
        var room = room();
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
        var room = room();
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
