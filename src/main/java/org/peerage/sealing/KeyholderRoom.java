package org.peerage.sealing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A room as its members hold it: the ledger they sign, the keys of its epochs, the texts they seal. What a page does
/// in a browser, for the demonstration's fictional people and for tests (ADR-0004). Not thread-safe.
///
/// `entries` and `grants` are what the server stores; both only grow, so a caller that has handed over the first n
/// sends the rest.
public final class KeyholderRoom {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /// A text as a form sends it: header, sealed bytes, and the signed entry that names them.
    public record Put(String header, Sealed sealed, LedgerEntry entry) {

        /// The JSON object that the `sealed` parameter of a form carries, in an array.
        public String json() {
            return "{\"header\":" + header + ",\"ciphertext\":\"" + sealed.base64url() + "\",\"entry\":" + entry.json()
                    + "}";
        }
    }

    private final List<LedgerEntry> entries = new ArrayList<>();
    private final List<Grant> grants = new ArrayList<>();
    private final Map<Long, byte[]> secrets = new HashMap<>();
    private final Ledger ledger;

    private KeyholderRoom(Ledger ledger) {
        this.ledger = ledger;
    }

    /// A new room. Who opens it is its chair.
    public static KeyholderRoom open(Keyholder chair, Instant at) {
        var policy = JSON.objectNode().put("history", "from-today").put("joins", "chair");
        var data = JSON.objectNode().put("nonce", Labelled.base64(AgeFile.random(32)));
        data.set("card", json(chair.card()));
        data.set("policy", policy);
        var genesis = chair.sign(0, "", "genesis", data, at);
        var room = new KeyholderRoom(Ledger.of(genesis.hash()));
        room.take(genesis);
        room.rotate(chair, at);
        return room;
    }

    /// The room from one member's seat, out of what the server gives: every entry is checked, and every grant for this
    /// member opened. Empty: the ledger is not in order.
    public static Optional<KeyholderRoom> join(
            Keyholder member, String id, List<LedgerEntry> entries, List<Grant> grants) {
        var room = new KeyholderRoom(Ledger.of(id));
        for (var entry : entries) {
            if (room.ledger.append(entry).isPresent()) {
                return Optional.empty();
            }
        }
        room.entries.addAll(entries);
        room.grants.addAll(grants);
        grants.stream()
                .filter(grant -> grant.to().equals(member.card().fingerprint()))
                .forEach(grant ->
                        member.open(grant, room.ledger).ifPresent(secret -> room.secrets.put(grant.epoch(), secret)));
        return Optional.of(room);
    }

    /// Adds people, makes a new key and hands it to everybody.
    public void letIn(Keyholder chair, List<Card> people, Instant at) {
        for (var person : people) {
            var data = JSON.objectNode().put("how", "in-person");
            data.set("card", json(person));
            take(sign(chair, "add", data, at));
        }
        rotate(chair, at);
    }

    /// Takes somebody out, and makes a key that they do not get.
    public void remove(Keyholder chair, Card person, Instant at) {
        take(sign(chair, "remove", JSON.objectNode().put("fp", person.fingerprint()), at));
        rotate(chair, at);
    }

    /// Leaves. Nothing can be written until another member has made a new key.
    public void leave(Keyholder member, Instant at) {
        take(sign(member, "leave", JSON.objectNode().put("fp", member.card().fingerprint()), at));
    }

    public void rotate(Keyholder member, Instant at) {
        var secret = AgeFile.random(32);
        var data = JSON.objectNode()
                .put("epoch", ledger.epoch() + 1)
                .put("kcv", Labelled.hash("room/v1/kcv", secret))
                .put("members", ledger.activeHash());
        take(sign(member, "rotate", data, at));
        secrets.put(ledger.epoch(), secret);
        for (var other : ledger.members().values()) {
            if (other.active()) {
                grants.add(member.grant(ledger.room(), ledger.epoch(), ledger.head(), secret, other.card()));
            }
        }
    }

    /// Seals the next revision of a text. `body` is what the form's sealed fields hold, by part.
    public Put seal(Keyholder author, String kind, UUID id, Map<String, String> body, Instant at) {
        var json = JSON.objectNode();
        body.forEach(json::put);
        var rev = ledger.put(id.toString()).map(Ledger.Put::rev).orElse(0L) + 1;
        var header = header(kind, id, rev, ledger.epoch(), author.card().fingerprint());
        var sealed = Padded.seal(Padded.RECORD, recordsKey(ledger.epoch()), header, Jcs.text(json));
        var data = JSON.objectNode()
                .put("id", id.toString())
                .put("kind", kind)
                .put("rev", rev)
                .put("epoch", ledger.epoch())
                .put("hash", sealed.hash());
        var entry = sign(author, "put", data, at);
        take(entry);
        return new Put(Jcs.text(header), sealed, entry);
    }

    /// The JSON of the latest revision of a text. Empty: not what the ledger names, or no key to it here.
    public Optional<String> open(UUID id, Sealed sealed) {
        return ledger.put(id.toString())
                .filter(put -> !put.deleted() && put.hash().equals(sealed.hash()) && secrets.containsKey(put.epoch()))
                .flatMap(put -> Padded.open(
                        Padded.RECORD,
                        recordsKey(put.epoch()),
                        header(put.kind(), id, put.rev(), put.epoch(), put.author()),
                        sealed));
    }

    public String id() {
        return ledger.room();
    }

    public List<LedgerEntry> entries() {
        return List.copyOf(entries);
    }

    public List<Grant> grants() {
        return List.copyOf(grants);
    }

    Ledger ledger() {
        return ledger;
    }

    LedgerEntry sign(Keyholder by, String kind, ObjectNode data, Instant at) {
        return by.sign(ledger.seq() + 1, ledger.head(), kind, data, at);
    }

    void take(LedgerEntry entry) {
        ledger.append(entry).ifPresent(refusal -> {
            throw new IllegalStateException(entry.kind() + ": " + refusal);
        });
        entries.add(entry);
    }

    ObjectNode header(String kind, UUID id, long rev, long epoch, String author) {
        return JSON.objectNode()
                .put("v", 1)
                .put("room", ledger.room())
                .put("kind", kind)
                .put("id", id.toString())
                .put("rev", rev)
                .put("epoch", epoch)
                .put("author", author);
    }

    byte[] recordsKey(long epoch) {
        return recordsKey(Optional.ofNullable(secrets.get(epoch)).orElseThrow(), ledger.room());
    }

    static byte[] recordsKey(byte[] secret, String room) {
        return Derivation.hkdf(
                Derivation.SHA_512,
                secret,
                Labelled.decode(room, 32).orElseThrow(),
                "room/v1/records".getBytes(StandardCharsets.US_ASCII),
                32);
    }

    private static JsonNode json(Card card) {
        return Jcs.parse(card.json(), 8192).orElseThrow();
    }

    @Override
    public String toString() {
        return "[REDACTED]";
    }
}
