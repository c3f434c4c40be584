package org.peerage.sealing;

import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// "My rooms": which room each of a person's groups has and how far it had come, told by a person to their own next
/// device. Sealed under a key that only their identity makes, so nobody reads it, and signed with its number, so that
/// whoever has but a session cannot put another in its place (`confidentiality.md` 2.14).
public record OwnRooms(long rev, Sealed sealed, String signature) {

    static final String LABEL = "person/v1/rooms";

    /// Bytes: a thousand rooms.
    private static final int MOST = 1 << 18;

    /// Empty: not such a record, whoever signed it.
    public static Optional<OwnRooms> of(JsonNode node) {
        var rev = node.path("rev");
        return rev.isIntegralNumber() && rev.asLong() >= 1 && node.size() == 3
                ? Sealed.parse(node.path("sealed").asString(""))
                        .filter(found -> found.bytes().length <= MOST)
                        .map(found -> new OwnRooms(
                                rev.asLong(), found, node.path("sig").asString("")))
                : Optional.empty();
    }

    public String json() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("rev", rev)
                .put("sealed", sealed.base64url())
                .put("sig", signature)
                .toString();
    }

    /// Whether the holder of this card has made it.
    public boolean by(Card card) {
        return card.signed(LABEL, content(card.user(), rev, sealed), signature);
    }

    static ObjectNode header(UUID person, long rev) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("v", 1)
                .put("person", person.toString())
                .put("rev", rev);
    }

    static JsonNode content(UUID person, long rev, Sealed sealed) {
        return header(person, rev).put("hash", sealed.hash());
    }
}
