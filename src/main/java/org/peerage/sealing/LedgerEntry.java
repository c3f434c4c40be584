package org.peerage.sealing;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// One line of a room's membership ledger: who did what, after which other line. `seq` counts from 0 (genesis), `at` is
/// in milliseconds since 1970, `hash` names the entry in the next one's `prev`.
public record LedgerEntry(
        long seq, String prev, String kind, JsonNode data, String by, long at, String hash, String json) {

    static final String LABEL = "room/v1/ledger";
    static final String HASH_LABEL = "room/v1/entry";
    static final Set<String> KINDS = Set.of("genesis", "add", "remove", "leave", "rotate", "put", "del", "role");
    private static final Set<String> FIELDS = Set.of("v", "seq", "prev", "kind", "data", "by", "at", "sig");

    /// Empty: not an entry of version 1. The signature is checked by [Ledger], which knows the signer's card.
    public static Optional<LedgerEntry> parse(String text) {
        return Jcs.parse(text, 16_384)
                .filter(LedgerEntry::looksRight)
                .map(node -> new LedgerEntry(
                        node.path("seq").asLong(),
                        node.path("prev").asString(),
                        node.path("kind").asString(),
                        node.path("data"),
                        node.path("by").asString(),
                        node.path("at").asLong(),
                        Labelled.hash(HASH_LABEL, Jcs.bytes(node)),
                        Jcs.text(node)));
    }

    private static boolean looksRight(JsonNode node) {
        return node.isObject()
                && Set.copyOf(node.propertyNames()).equals(FIELDS)
                && node.path("v").isIntegralNumber()
                && node.path("v").asInt(0) == 1
                && node.path("seq").isIntegralNumber()
                && node.path("seq").asLong() >= 0
                && node.path("at").isIntegralNumber()
                && node.path("prev").isString()
                && KINDS.contains(node.path("kind").asString(""))
                && node.path("data").isObject()
                && node.path("by").isString();
    }

    boolean signedBy(Card card) {
        var node = (ObjectNode) Jcs.parse(json, 16_384).orElseThrow();
        var signature = node.path("sig").asString("");
        node.remove("sig");
        return Labelled.verifies(card.ed25519(), LABEL, node, signature);
    }

    String text(String field) {
        return data.path(field).asString("");
    }

    long number(String field) {
        return data.path(field).isIntegralNumber() ? data.path(field).asLong() : -1;
    }

    int size() {
        return json.getBytes(StandardCharsets.UTF_8).length;
    }
}
