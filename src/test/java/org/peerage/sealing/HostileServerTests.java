package org.peerage.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A server that lies about a room's ledger, or a member who cheats: both languages refuse, and for the same reason
/// (`confidentiality.md` 6.4).
class HostileServerTests extends RoomInBothLanguages {

    private final Keyholder ghost = Keyholder.create(UUID.randomUUID(), NOW);

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
        refused("not-genesis", withoutEva().id(), Twin.entries(withoutEva().entries()));
    }

    @Test
    void droppedEntriesAndNewOrdersAreSeen() {
        var room = withoutEva();
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
        var room = withoutEva();
        refused("signer-not-active", room, ghost, "add", add(ghost), NOW);
        refused(
                "bad-signature",
                room,
                ghost,
                "add",
                add(ghost),
                NOW,
                entry -> entry.put("by", mara.card().fingerprint()));
        refused("not-allowed", room, jon, "add", add(ghost), NOW);
        refused(
                "signer-not-active",
                room,
                eva,
                "rotate",
                rotate(4, room.ledger().activeHash()),
                NOW);
        refused(
                "bad-signature",
                room,
                mara,
                "add",
                add(ghost),
                NOW,
                entry -> ((ObjectNode) entry.path("data"))
                        .set("card", Twin.json(eva.card().json())));
    }

    @Test
    void aSwappedCardOfAKnownPersonIsRefused() {
        var room = withoutEva();
        var double_ = Keyholder.create(jon.card().user(), NOW);
        refused("not-allowed", room, mara, "add", add(double_), NOW);
        var mixed = add(ghost);
        ((ObjectNode) mixed.path("card")).put("age", eva.card().age());
        refused("bad-card", room, mara, "add", mixed, NOW);
    }

    @Test
    void onlyTheChairActsAsTheChair() {
        var room = withoutEva();
        refused("not-allowed", room, jon, "remove", about(mara), NOW);
        refused("not-called", room, jon, "chair", about(jon), NOW);
        refused("not-allowed", room, jon, "leave", about(mara), NOW);
        refused(
                "bad-signature",
                room,
                jon,
                "remove",
                about(mara),
                NOW,
                entry -> entry.put("by", mara.card().fingerprint()));
    }

    @Test
    void aKeyIsMadeForExactlyWhoIsHere() {
        var room = withoutEva();
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
        refused("wrong-members", room, jon, "rotate", rotate(4, all), NOW);
        refused("stale-epoch", room, jon, "rotate", rotate(5, room.ledger().activeHash()), NOW);
        refused("stale-epoch", room, jon, "rotate", rotate(3, room.ledger().activeHash()), NOW);
    }

    @Test
    void nothingIsWrittenUnderAKeyThatSomebodyWhoLeftStillHolds() {
        var room = withoutEva();
        var id = UUID.randomUUID().toString();
        refused("stale-epoch", room, jon, "put", put(room, id, "note", 1, 2), NOW);
        room.leave(jon, NOW);
        refused("stale-epoch", room, mara, "put", put(room, id, "note", 1, 3), NOW);
        refused("signer-not-active", room, jon, "put", put(room, id, "note", 1, 3), NOW);
    }

    @Test
    void textsKeepTheirAuthorTheirKindAndTheirOrder() {
        var room = withoutEva();
        var id = UUID.randomUUID();
        room.seal(jon, new KeyholderRoom.About("note", id, GROUP), Map.of("text", "mine"), NOW);
        refused("not-allowed", room, mara, "put", put(room, id.toString(), "note", 2, 3), NOW);
        refused("wrong-revision", room, jon, "put", put(room, id.toString(), "note", 3, 3), NOW);
        refused("wrong-revision", room, jon, "put", put(room, id.toString(), "update", 2, 3), NOW);
        refused(
                "bad-signature",
                room,
                mara,
                "put",
                put(room, id.toString(), "note", 2, 3),
                NOW,
                entry -> entry.put("by", jon.card().fingerprint()));
        refused(
                "wrong-revision",
                room,
                jon,
                "del",
                JSON.objectNode().put("id", id.toString()).put("rev", 2),
                NOW);
        room.take(room.sign(
                mara, "del", JSON.objectNode().put("id", id.toString()).put("rev", 1), NOW));
        refused("wrong-revision", room, jon, "put", put(room, id.toString(), "note", 2, 3), NOW);
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
        var room = withoutEva();
        var last = room.ledger().seq();
        refused("not-allowed", room, jon, "check", compared(room, last, jon), NOW);
        refused("not-allowed", room, jon, "check", compared(room, last, mara, eva), NOW);
        refused("not-allowed", room, jon, "check", compared(room, last, ghost), NOW);
        refused("not-allowed", room, mara, "check", compared(room, 1, jon), NOW);
        refused("malformed", room, mara, "check", compared(room, last), NOW);
        refused("malformed", room, mara, "check", compared(room, last, jon, jon), NOW);
        refused("wrong-head", room, mara, "check", compared(room, last, jon).put("head", room.id()), NOW);
        refused(
                "bad-signature",
                room,
                mara,
                "check",
                compared(room, last, jon),
                NOW,
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
        var room = withoutEva();
        refused("not-allowed", room, jon, "pair", about(jon), NOW);
        refused("not-allowed", room, jon, "pair", about(ghost), NOW);
        refused("signer-not-active", room, ghost, "pair", about(jon), NOW);
        refused("malformed", room, jon, "pair", about(mara).put("seq", 1), NOW);
        refused(
                "bad-signature",
                room,
                mara,
                "pair",
                about(jon),
                NOW,
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
        var room = withoutEva();
        refused("malformed", room, mara, "add", add(ghost).put("how", "trust-me"), NOW);
        refused("malformed", room, mara, "remove", about(jon).put("quietly", true), NOW);
        refused("malformed", room, mara, "remove", about(jon), NOW, entry -> entry.put("v", 2));
        refused("malformed", room, mara, "remove", about(jon), NOW, entry -> entry.put("at", "now"));
        refused("malformed", room, mara, "remove", about(jon), NOW, entry -> entry.put("note", ""));
        refused("malformed", room, mara, "put", put(room, "not-an-id", "note", 1, 3), NOW);
    }
}
