package org.peerage.sealing;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A person's public card: the age recipient that room keys are wrapped to and the key that checks their signatures,
/// signed by that key. `fingerprint` is the base64url SHA-256 of what was signed.
public record Card(UUID user, String age, String ed25519, long created, String fingerprint, String json) {

    static final String LABEL = "room/v1/card";
    private static final Set<String> FIELDS = Set.of("v", "user", "age", "ed25519", "created", "sig");
    private static final Pattern RECIPIENT = Pattern.compile("age1pq1[a-z0-9]{1800,2100}");

    // `UUID.fromString` also takes shorter spellings, which would be other bytes under the signature.
    private static final Pattern PERSON = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /// Empty: not a card, or its signature does not hold.
    public static Optional<Card> parse(String text) {
        return Jcs.parse(text, 8192).flatMap(Card::of);
    }

    /// Whether the holder of this card's secret key has signed this content under this label.
    public boolean signed(String label, JsonNode content, String signature) {
        return Labelled.verifies(ed25519, label, content, signature);
    }

    static Optional<Card> of(JsonNode node) {
        if (!(node instanceof ObjectNode card)
                || !Set.copyOf(card.propertyNames()).equals(FIELDS)
                || !node.path("v").isIntegralNumber()
                || node.path("v").asInt(0) != 1
                || !PERSON.matcher(node.path("user").asString("")).matches()
                || !RECIPIENT.matcher(node.path("age").asString("")).matches()
                || !node.path("created").isIntegralNumber()) {
            return Optional.empty();
        }
        var unsigned = card.deepCopy();
        unsigned.remove("sig");
        var key = node.path("ed25519").asString("");
        if (!Labelled.verifies(key, LABEL, unsigned, node.path("sig").asString(""))) {
            return Optional.empty();
        }
        return Optional.of(new Card(
                UUID.fromString(node.path("user").asString()),
                node.path("age").asString(),
                key,
                node.path("created").asLong(),
                Labelled.hash(LABEL, Jcs.bytes(unsigned)),
                Jcs.text(node)));
    }
}
