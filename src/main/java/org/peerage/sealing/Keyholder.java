package org.peerage.sealing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A person with both secret keys: what a browser is after unlocking. Only the demonstration's fictional people, and
/// tests, are held by the server like this; an architecture test keeps every other module away (ADR-0004).
public final class Keyholder {

    /// Letters that nobody takes for one another.
    private static final String RECEIPT = "ABCDEFGHJKMNPQRSTVWXYZ0123456789";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Card card;
    private final String age;
    private final PrivateKey signing;

    private Keyholder(Card card, String age, PrivateKey signing) {
        this.card = card;
        this.age = age;
        this.signing = signing;
    }

    /// A new identity, as enrolment makes it.
    public static Keyholder create(UUID person, Instant created) {
        try {
            var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            var encoded = pair.getPublic().getEncoded();
            var age = AgeHybrid.newIdentity();
            var card = JSON.objectNode()
                    .put("v", 1)
                    .put("user", person.toString())
                    .put("age", AgeHybrid.identity(age).orElseThrow().recipient())
                    .put("ed25519", Labelled.base64(Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length)))
                    .put("created", created.getEpochSecond());
            card.put("sig", sign(pair.getPrivate(), Card.LABEL, card));
            return new Keyholder(Card.of(card).orElseThrow(), age, pair.getPrivate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Empty: other words, a file that is no lock, or secrets that do not belong to this card.
    public static Optional<Keyholder> openWithWords(byte[] lock, String words, Card card) {
        return open(lock, new AgeWords(words, AgeWords.WORK_FACTOR), card);
    }

    static Optional<Keyholder> open(byte[] lock, AgeKey with, Card card) {
        return AgeFile.open(lock, with)
                .flatMap(json -> Jcs.parse(new String(json, StandardCharsets.UTF_8), 4096))
                .flatMap(secrets -> of(secrets, card));
    }

    private static Optional<Keyholder> of(JsonNode secrets, Card card) {
        var age = secrets.path("age").asString("");
        try {
            var encoded = Base64.getUrlDecoder().decode(secrets.path("ed25519").asString(""));
            var signing = KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded));
            var probe = JSON.objectNode().put("user", card.user().toString());
            var belongs = AgeHybrid.identity(age)
                            .map(AgeHybrid::recipient)
                            .filter(card.age()::equals)
                            .isPresent()
                    && Labelled.verifies(card.ed25519(), "room/v1/probe", probe, sign(signing, "room/v1/probe", probe));
            return belongs ? Optional.of(new Keyholder(card, age, signing)) : Optional.empty();
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    public Card card() {
        return card;
    }

    /// A lock that these words open, in the browser as well. The words are ten of the list, joined by one space.
    public byte[] lockWithWords(String words) {
        return lock(new AgeWords(words, AgeWords.WORK_FACTOR));
    }

    byte[] lock(AgeKey with) {
        var secrets =
                JSON.objectNode().put("v", 1).put("age", age).put("ed25519", Labelled.base64(signing.getEncoded()));
        return AgeFile.seal(Jcs.bytes(secrets), with);
    }

    /// The next line of a ledger, signed. It is not taken up yet.
    LedgerEntry sign(long seq, String head, String kind, ObjectNode data, Instant at) {
        return LedgerEntry.parse(Jcs.text(signed(seq, head, kind, data, at))).orElseThrow();
    }

    ObjectNode signed(long seq, String head, String kind, ObjectNode data, Instant at) {
        var entry = JSON.objectNode()
                .put("v", 1)
                .put("seq", seq)
                .put("prev", head)
                .put("kind", kind)
                .put("by", card.fingerprint())
                .put("at", at.toEpochMilli());
        entry.set("data", data);
        return entry.put("sig", sign(signing, LedgerEntry.LABEL, entry));
    }

    /// The key of an epoch, signed and wrapped to one member.
    Grant grant(String room, long epoch, String head, byte[] secret, Card to) {
        var grant = JSON.objectNode()
                .put("v", 1)
                .put("room", room)
                .put("epoch", epoch)
                .put("secret", Labelled.base64(secret))
                .put("to", to.fingerprint())
                .put("by", card.fingerprint())
                .put("head", head);
        grant.put("sig", sign(signing, "room/v1/grant", grant));
        var file = AgeFile.seal(Jcs.bytes(grant), AgeHybrid.recipient(to.age()).orElseThrow());
        return Grant.of(epoch, to.fingerprint(), file).orElseThrow();
    }

    /// Empty: not for this person, or not what the ledger says of the epoch it claims.
    Optional<byte[]> open(Grant grant, Ledger ledger) {
        return AgeFile.open(grant.file(), AgeHybrid.identity(age).orElseThrow())
                .flatMap(json -> Jcs.parse(new String(json, StandardCharsets.UTF_8), 4096))
                .filter(JsonNode::isObject)
                .filter(inside -> inside.path("epoch").asLong(0) == grant.epoch())
                .flatMap(inside -> secret((ObjectNode) inside, ledger));
    }

    private Optional<byte[]> secret(ObjectNode grant, Ledger ledger) {
        var began = ledger.epoch(grant.path("epoch").asLong(0));
        var granter = ledger.members().get(grant.path("by").asString(""));
        if (began.isEmpty()
                || granter == null
                || grant.path("v").asInt(0) != 1
                || !grant.path("room").asString("").equals(ledger.room())
                || !grant.path("to").asString("").equals(card.fingerprint())
                || !grant.path("head").asString("").equals(began.get().head())) {
            return Optional.empty();
        }
        var unsigned = grant.deepCopy();
        unsigned.remove("sig");
        var signature = grant.path("sig").asString("");
        if (!Labelled.verifies(granter.card().ed25519(), "room/v1/grant", unsigned, signature)) {
            return Optional.empty();
        }
        return Labelled.decode(grant.path("secret").asString(""), 32)
                .filter(secret ->
                        Labelled.hash("room/v1/kcv", secret).equals(began.get().keyCheck()));
    }

    /// The author's word on a text for named readers, with its key, for those readers alone.
    Envelope envelope(ObjectNode said, List<Card> readers) {
        var sorted =
                readers.stream().sorted(Comparator.comparing(Card::fingerprint)).toList();
        var list = said.putArray("readers");
        sorted.forEach(reader -> list.add(reader.fingerprint()));
        said.put("v", 1).put("by", card.fingerprint());
        said.put("sig", sign(signing, Envelope.LABEL, said));
        var keys = sorted.stream()
                .map(reader -> AgeHybrid.recipient(reader.age()).orElseThrow())
                .toArray(AgeKey[]::new);
        var file = AgeFile.seal(Jcs.bytes(said), keys);
        return Envelope.of(sorted.stream().map(Card::fingerprint).toList(), file)
                .orElseThrow();
    }

    /// What an envelope says of this text of this room. Empty: not for this person, or not the author's word on it.
    Optional<JsonNode> open(Envelope envelope, Ledger.Put put, Ledger ledger) {
        return AgeFile.open(envelope.file(), AgeHybrid.identity(age).orElseThrow())
                .flatMap(json -> Jcs.parse(new String(json, StandardCharsets.UTF_8), 4096))
                .filter(said -> EnvelopeCheck.holds(said, put, ledger, card.fingerprint()));
    }

    /// What an envelope said, for another of its readers who came back with this card. It is not looked at again.
    Envelope renew(Envelope original, Ledger ledger, Card to) {
        var said = AgeFile.open(original.file(), AgeHybrid.identity(age).orElseThrow())
                .flatMap(json -> Jcs.parse(new String(json, StandardCharsets.UTF_8), 4096))
                .orElseThrow();
        var renewal = JSON.objectNode()
                .put("v", 1)
                .put("room", said.path("room").asString())
                .put("id", said.path("id").asString())
                .put("rev", said.path("rev").asLong())
                .put("envelope", original.hash())
                .put("to", to.fingerprint())
                .put("by", card.fingerprint())
                .put("head", ledger.head());
        renewal.set("said", said);
        return renewed(renewal, to);
    }

    /// Signs a renewal that says this, and seals it to the card.
    Envelope renewed(ObjectNode renewal, Card to) {
        renewal.put("sig", sign(signing, RenewalCheck.LABEL, renewal));
        var file =
                AgeFile.seal(Jcs.bytes(renewal), AgeHybrid.recipient(to.age()).orElseThrow());
        return Envelope.of(List.of(to.fingerprint()), file).orElseThrow();
    }

    /// What the original said. Empty: the renewal is not for this person, or not what it should be.
    Optional<JsonNode> open(Envelope renewal, Envelope original, Ledger.Put put, Ledger ledger) {
        return AgeFile.open(renewal.file(), AgeHybrid.identity(age).orElseThrow())
                .flatMap(json -> Jcs.parse(new String(json, StandardCharsets.UTF_8), 8192))
                .filter(inside -> RenewalCheck.holds(inside, original.hash(), put, ledger, card.fingerprint()))
                .map(inside -> inside.path("said"));
    }

    /// A private draft: only this person's own identity opens it.
    Sealed sealDraft(JsonNode header, String json) {
        return Padded.seal(Padded.DRAFT, ownKey("person/v1/drafts"), header, json);
    }

    Optional<String> openDraft(JsonNode header, Sealed sealed) {
        return Padded.open(Padded.DRAFT, ownKey("person/v1/drafts"), header, sealed);
    }

    /// By what this person finds their paper of a ballot, on every device of theirs.
    public String receipt(UUID ballot) {
        var id = ByteBuffer.allocate(16)
                .putLong(ballot.getMostSignificantBits())
                .putLong(ballot.getLeastSignificantBits())
                .array();
        var drawn = Derivation.hmac(
                Derivation.SHA_512, ownKey("person/v1/drafts"), Labelled.bytes("person/v1/receipt", id));
        var letters = new StringBuilder();
        for (var i = 0; i < 8; i++) {
            letters.append(i == 4 ? "-" : "").append(RECEIPT.charAt(drawn[i] & 31));
        }
        return letters.toString();
    }

    /// "My rooms" with this number. What enrolment makes is number 1 and empty.
    public OwnRooms ownRooms(long rev, String json) {
        var sealed = Padded.seal(OwnRooms.LABEL, ownKey(OwnRooms.LABEL), OwnRooms.header(card.user(), rev), json);
        return new OwnRooms(rev, sealed, sign(signing, OwnRooms.LABEL, OwnRooms.content(card.user(), rev, sealed)));
    }

    /// Empty: somebody else's, or another number than it says.
    Optional<String> open(OwnRooms rooms) {
        return Optional.of(rooms)
                .filter(made -> made.by(card))
                .flatMap(made -> Padded.open(
                        OwnRooms.LABEL,
                        ownKey(OwnRooms.LABEL),
                        OwnRooms.header(card.user(), made.rev()),
                        made.sealed()));
    }

    /// A key that only this person's own identity makes.
    private byte[] ownKey(String use) {
        var person = ByteBuffer.allocate(16)
                .putLong(card.user().getMostSignificantBits())
                .putLong(card.user().getLeastSignificantBits())
                .array();
        return Derivation.hkdf(
                Derivation.SHA_512,
                age.getBytes(StandardCharsets.UTF_8),
                person,
                use.getBytes(StandardCharsets.US_ASCII),
                32);
    }

    /// What proves to a chair that this card came by the personal link with the secret `invitation`.
    String tag(byte[] invitation) {
        var card = Jcs.parse(this.card.json(), 8192).orElseThrow();
        return Labelled.base64(
                Derivation.hmac(Derivation.SHA_256, invitation, Labelled.bytes("room/v1/join", Jcs.bytes(card))));
    }

    /// A signature over labelled content, as [Card#signed] checks it.
    public String signature(String label, JsonNode content) {
        return sign(signing, label, content);
    }

    private static String sign(PrivateKey key, String label, JsonNode content) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(Labelled.bytes(label, Jcs.bytes(content)));
            return Labelled.base64(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "[REDACTED]";
    }
}
