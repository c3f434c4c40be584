package org.peerage.sealing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
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
    private static final int PAPER_LENGTH = 8192;

    /// A text as a form sends it: header, sealed bytes, an envelope where it is for named readers, and the signed entry
    /// that names them.
    public record Put(String header, Sealed sealed, Optional<Envelope> envelope, LedgerEntry entry) {

        /// The JSON object that the `sealed` parameter of a form carries, in an array.
        public String json() {
            var letter = envelope.map(one -> ",\"envelope\":\"" + one.base64url() + "\",\"readers\":[\""
                            + String.join("\",\"", one.readers()) + "\"]")
                    .orElse("");
            return "{\"header\":" + header + ",\"ciphertext\":\"" + sealed.base64url() + "\"" + letter + ",\"entry\":"
                    + entry.json() + "}";
        }
    }

    /// Somebody to let in, under the name that the chair sees.
    public record Guest(Card card, String name) {}

    /// Which text: what it is, what it is about, and under which id it stands.
    public record About(String kind, UUID id, UUID about) {}

    private final List<LedgerEntry> entries = new ArrayList<>();
    private final List<Grant> grants = new ArrayList<>();
    private final Map<Long, byte[]> secrets = new HashMap<>();
    private final Ledger ledger;

    private KeyholderRoom(Ledger ledger) {
        this.ledger = ledger;
    }

    /// The new room of a group. Who opens it is its chair.
    public static KeyholderRoom open(UUID group, Keyholder chair, String name, Instant at) {
        var policy = JSON.objectNode().put("history", "from-today").put("joins", "chair");
        var data = JSON.objectNode()
                .put("nonce", Labelled.base64(AgeFile.random(32)))
                .put("group", group.toString())
                .put("name", name);
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
    public void letIn(Keyholder chair, List<Guest> people, Instant at) {
        for (var person : people) {
            var data = JSON.objectNode().put("how", "in-person").put("name", person.name());
            data.set("card", json(person.card()));
            take(sign(chair, "add", data, at));
        }
        rotate(chair, at);
    }

    /// Takes somebody out, and makes a key that they do not get.
    public void remove(Keyholder chair, Card person, Instant at) {
        take(sign(chair, "remove", JSON.objectNode().put("fp", person.fingerprint()), at));
        rotate(chair, at);
    }

    /// The chair goes to another: from whoever has it, or where members have called for it.
    public void handTheChair(Keyholder by, Card next, Instant at) {
        take(sign(by, "chair", JSON.objectNode().put("fp", next.fingerprint()), at));
    }

    /// Says that this new card is whose it says: they have spoken, and the words of the card were the same. `here` is
    /// for a chair who sits beside them.
    public void vouch(Keyholder member, Card old, Card next, boolean here, Instant at) {
        var data = JSON.objectNode().put("fp", old.fingerprint()).put("here", here);
        data.set("card", json(next));
        take(sign(member, "vouch", data, at));
    }

    /// Gives a new card the place of the old one, with the keys of all the time before, as far as they are held here.
    public void rekey(Keyholder member, Card old, Card next, Instant at) {
        var data = JSON.objectNode().put("fp", old.fingerprint());
        data.set("card", json(next));
        take(sign(member, "rekey", data, at));
        rotate(member, at);
        secrets.forEach((epoch, secret) -> ledger.epoch(epoch)
                .filter(began -> epoch < ledger.epoch())
                .ifPresent(began -> grants.add(member.grant(ledger.room(), epoch, began.head(), secret, next))));
    }

    /// Says that the room's words, as they are now, were found the same with these members.
    public void compare(Keyholder member, List<Card> others, Instant at) {
        var data = JSON.objectNode().put("seq", ledger.seq()).put("head", ledger.head());
        var with = data.putArray("with");
        others.stream().map(Card::fingerprint).sorted().forEach(with::add);
        take(sign(member, "check", data, at));
    }

    /// Says that the words of another's card were heard from them.
    public void pair(Keyholder member, Card other, Instant at) {
        take(sign(member, "pair", JSON.objectNode().put("fp", other.fingerprint()), at));
    }

    /// Says that the room stands as it does now, though more was here before.
    public void accept(Keyholder member, Instant at) {
        var words = ledger.words();
        take(sign(
                member,
                "accept",
                JSON.objectNode()
                        .put("seq", words)
                        .put("head", ledger.head(words).orElseThrow()),
                at));
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

    /// Seals the next revision of a text for the room. `body` is what the form's sealed fields hold, by part.
    public Put seal(Keyholder author, About text, Map<String, String> body, Instant at) {
        var header = header(text, author);
        var sealed = Padded.seal(Padded.RECORD, recordsKey(ledger.epoch()), header, json(body));
        return put(author, header, sealed, Optional.empty(), at);
    }

    /// Seals a text for these readers and nobody else: its kind and what it is about are theirs to know.
    public Put sealFor(Keyholder author, List<Card> readers, About text, Map<String, String> body, Instant at) {
        var key = AgeFile.random(32);
        var header = header(text, author);
        var sealed = Padded.seal(Padded.NAMED, key, header, json(body));
        var said = JSON.objectNode()
                .put("room", ledger.room())
                .put("id", text.id().toString())
                .put("rev", header.path("rev").asLong())
                .put("kind", text.kind())
                .put("about", text.about().toString())
                .put("key", Labelled.base64(key))
                .put("head", ledger.head());
        var shown = header.put("kind", LedgerEntry.NAMED).put("about", ledger.group());
        return put(author, shown, sealed, Optional.of(author.envelope(said, readers)), at);
    }

    private Put put(Keyholder author, ObjectNode header, Sealed sealed, Optional<Envelope> envelope, Instant at) {
        var data = header.deepCopy();
        data.remove(List.of("v", "room", "author"));
        data.put("hash", envelope.map(one -> one.hashWith(sealed)).orElseGet(sealed::hash));
        var entry = sign(author, "put", data, at);
        take(entry);
        return new Put(Jcs.text(header), sealed, envelope, entry);
    }

    /// Takes a text out of the room, one's own or, as its chair, anybody's.
    public LedgerEntry takeAway(Keyholder by, UUID id, Instant at) {
        var rev = ledger.put(id.toString()).map(Ledger.Put::rev).orElse(0L);
        var entry = sign(by, "del", JSON.objectNode().put("id", id.toString()).put("rev", rev), at);
        take(entry);
        return entry;
    }

    private static String json(Map<String, String> body) {
        var json = JSON.objectNode();
        body.forEach(json::put);
        return Jcs.text(json);
    }

    /// A paper of a ballot: what it answers is bound into it, and its length tells nothing.
    ///
    /// @param asked the question as its page states it: ballot, kind, subject, rule and last day
    public Sealed paper(long epoch, Map<String, String> asked, Map<String, String> paper) {
        return Padded.sealAs(Padded.PAPER, votesKey(epoch), asked(epoch, asked), json(paper), PAPER_LENGTH);
    }

    /// The JSON of a paper. Empty: it answers something else, or there is no key to it here.
    public Optional<String> openPaper(long epoch, Map<String, String> asked, Sealed paper) {
        return secrets.containsKey(epoch)
                ? Padded.open(Padded.PAPER, votesKey(epoch), asked(epoch, asked), paper)
                : Optional.empty();
    }

    private ObjectNode asked(long epoch, Map<String, String> asked) {
        var header = JSON.objectNode().put("v", 1).put("room", ledger.room()).put("epoch", epoch);
        asked.forEach(header::put);
        return header;
    }

    private byte[] votesKey(long epoch) {
        return key(Optional.ofNullable(secrets.get(epoch)).orElseThrow(), ledger.room(), "room/v1/votes");
    }

    public long epoch() {
        return ledger.epoch();
    }

    /// The JSON of the latest revision of a text. Empty: not what the ledger names, or no key to it here.
    public Optional<String> open(UUID id, Sealed sealed) {
        return ledger.put(id.toString())
                .filter(put -> !put.deleted() && put.hash().equals(sealed.hash()) && secrets.containsKey(put.epoch()))
                .flatMap(put -> Padded.open(Padded.RECORD, recordsKey(put.epoch()), header(put), sealed));
    }

    /// The JSON of a text that is for this reader. Empty: it is not, or not what the ledger names.
    public Optional<String> openFor(Keyholder reader, UUID id, Sealed sealed, Envelope envelope) {
        return opened(id, sealed, envelope, put -> reader.open(envelope, put, ledger));
    }

    /// The same for a reader who came back with a new card, by what another reader has sealed again for them.
    public Optional<String> openRenewed(Keyholder reader, UUID id, Sealed sealed, Envelope envelope, Envelope renewal) {
        return opened(id, sealed, envelope, put -> reader.open(renewal, envelope, put, ledger));
    }

    private Optional<String> opened(
            UUID id, Sealed sealed, Envelope envelope, Function<Ledger.Put, Optional<JsonNode>> open) {
        return ledger.put(id.toString())
                .filter(put -> !put.deleted() && put.hash().equals(envelope.hashWith(sealed)))
                .flatMap(put -> open.apply(put).flatMap(said -> {
                    var header = header(put)
                            .put("kind", said.path("kind").asString())
                            .put("about", said.path("about").asString());
                    var key = Labelled.decode(said.path("key").asString(), 32).orElseThrow();
                    return Padded.open(Padded.NAMED, key, header, sealed);
                }));
    }

    /// The cards of those who have this part in a text: whoever chairs, or a person by their id.
    public List<Card> cards(String role, String person) {
        return ledger.members().values().stream()
                .filter(Ledger.Member::active)
                .filter(member -> role.equals("chair")
                        ? member.chair()
                        : member.card().user().toString().equals(person))
                .map(Ledger.Member::card)
                .toList();
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

    /// Takes up the next entry, whoever has written it.
    public void take(LedgerEntry entry) {
        ledger.append(entry).ifPresent(refusal -> {
            throw new IllegalStateException(entry.kind() + ": " + refusal);
        });
        entries.add(entry);
    }

    private ObjectNode header(About text, Keyholder author) {
        var id = text.id().toString();
        var rev = ledger.put(id).map(Ledger.Put::rev).orElse(0L) + 1;
        var by = author.card().fingerprint();
        var about = text.about().toString();
        return header(new Ledger.Put(id, text.kind(), about, rev, ledger.epoch(), "", by, ledger.seq() + 1, false));
    }

    private ObjectNode header(Ledger.Put put) {
        return JSON.objectNode()
                .put("v", 1)
                .put("room", ledger.room())
                .put("kind", put.kind())
                .put("id", put.id())
                .put("rev", put.rev())
                .put("epoch", put.epoch())
                .put("about", put.about())
                .put("author", put.author());
    }

    byte[] recordsKey(long epoch) {
        return recordsKey(Optional.ofNullable(secrets.get(epoch)).orElseThrow(), ledger.room());
    }

    static byte[] recordsKey(byte[] secret, String room) {
        return key(secret, room, "room/v1/records");
    }

    private static byte[] key(byte[] secret, String room, String use) {
        return Derivation.hkdf(
                Derivation.SHA_512,
                secret,
                Labelled.decode(room, 32).orElseThrow(),
                use.getBytes(StandardCharsets.US_ASCII),
                32);
    }

    private static JsonNode json(Card card) {
        return Jcs.parse(card.json(), 8192).orElseThrow();
    }

    @Override
    public String toString() {
        return "[REDACTED]";
    }

    /// Of the papers in a box, as whoever has counted them names the box.
    public static String digestOf(List<String> papers) {
        var all = new ByteArrayOutputStream();
        papers.forEach(paper -> all.writeBytes(Base64.getUrlDecoder().decode(paper)));
        return Labelled.hash("room/v1/box", all.toByteArray());
    }
}
