package org.peerage.sealing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// One line of a room's membership ledger: who did what, after which other line. `seq` counts from 0 (genesis), `at` is
/// in milliseconds since 1970, `hash` names the entry in the next one's `prev`.
public record LedgerEntry(
        long seq, String prev, String kind, JsonNode data, String by, long at, String hash, String json) {

    static final String LABEL = "room/v1/ledger";
    static final String HASH_LABEL = "room/v1/entry";

    /// What a text for named readers is called in the ledger: its true kind is for its readers alone.
    public static final String NAMED = "text";

    /// What says nothing of the room itself: doing it leaves the room's words as they are.
    private static final Set<String> BESIDES = Set.of("check", "pair", "device", "accept");

    private static final Set<String> FIELDS = Set.of("v", "seq", "prev", "kind", "data", "by", "at", "sig");

    private static final int MOST = 16_384;
    static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    static final Pattern KIND = Pattern.compile("[a-z][a-z-]{1,39}");

    // What people may be called: nothing that breaks a line or turns the reading order around.
    private static final Pattern NAME =
            Pattern.compile("(?! *$)[^\\p{Cc}\\p{Zl}\\p{Zp}\\u202a-\\u202e\\u2066-\\u2069]{1,120}");
    private static final Predicate<JsonNode> ID = matching(UUID);

    /// What each kind of entry carries: these fields and no others, so that version 1 means one thing only.
    private static final Map<String, Map<String, Predicate<JsonNode>>> KINDS = Map.ofEntries(
            Map.entry(
                    "genesis",
                    Map.of(
                            "nonce",
                            LedgerEntry::isHash,
                            "group",
                            ID,
                            "card",
                            JsonNode::isObject,
                            "name",
                            matching(NAME),
                            "policy",
                            LedgerEntry::isPolicy)),
            Map.entry(
                    "add",
                    Map.of(
                            "card",
                            JsonNode::isObject,
                            "name",
                            matching(NAME),
                            "how",
                            oneOf("invite", "in-person", "unchecked"))),
            Map.entry("remove", Map.of("fp", LedgerEntry::isHash)),
            Map.entry("leave", Map.of("fp", LedgerEntry::isHash)),
            Map.entry("chair", Map.of("fp", LedgerEntry::isHash)),
            Map.entry("call", Map.of("fp", LedgerEntry::isHash)),
            Map.entry("history", Map.of("fp", LedgerEntry::isHash, "epochs", LedgerEntry::isAscending)),
            Map.entry("end", Map.of("agrees", JsonNode::isBoolean)),
            Map.entry("dissolve", Map.of()),
            Map.entry(
                    "vouch",
                    Map.of("fp", LedgerEntry::isHash, "card", JsonNode::isObject, "here", JsonNode::isBoolean)),
            Map.entry("rekey", Map.of("fp", LedgerEntry::isHash, "card", JsonNode::isObject)),
            Map.entry(
                    "rotate",
                    Map.of("epoch", LedgerEntry::isCount, "kcv", LedgerEntry::isHash, "members", LedgerEntry::isHash)),
            Map.entry(
                    "put",
                    Map.of(
                            "id",
                            ID,
                            "kind",
                            matching(KIND),
                            "about",
                            ID,
                            "rev",
                            LedgerEntry::isCount,
                            "epoch",
                            LedgerEntry::isCount,
                            "hash",
                            LedgerEntry::isHash)),
            Map.entry("del", Map.of("id", ID, "rev", LedgerEntry::isCount)),
            Map.entry("export", Map.of()),
            Map.entry("device", Map.of()),
            Map.entry("pair", Map.of("fp", LedgerEntry::isHash)),
            Map.entry("accept", Map.of("seq", LedgerEntry::isCount, "head", LedgerEntry::isHash)),
            Map.entry(
                    "check",
                    Map.of("seq", LedgerEntry::isCount, "head", LedgerEntry::isHash, "with", LedgerEntry::areHashes)));

    static Set<String> kinds() {
        return KINDS.keySet();
    }

    /// Empty: not an entry of version 1. The signature is checked by [Ledger], which knows the signer's card.
    public static Optional<LedgerEntry> parse(String text) {
        return Jcs.parse(text, MOST)
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
                && node.path("by").isString()
                && node.path("sig").isString()
                && node.path("kind").isString()
                && KINDS.containsKey(node.path("kind").asString())
                && carries(node.path("data"), KINDS.get(node.path("kind").asString()));
    }

    private static boolean carries(JsonNode data, Map<String, Predicate<JsonNode>> fields) {
        return data.isObject()
                && Set.copyOf(data.propertyNames()).equals(fields.keySet())
                && fields.entrySet().stream().allMatch(field -> field.getValue().test(data.path(field.getKey())));
    }

    private static boolean isHash(JsonNode node) {
        return node.isString() && Labelled.decode(node.asString(), 32).isPresent();
    }

    private static boolean isCount(JsonNode node) {
        return node.isIntegralNumber() && node.asLong() >= 1;
    }

    private static boolean isAscending(JsonNode node) {
        var last = 0L;
        for (var one : node) {
            if (!isCount(one) || one.asLong() <= last) {
                return false;
            }
            last = one.asLong();
        }
        return node.isArray() && !node.isEmpty();
    }

    private static boolean areHashes(JsonNode node) {
        var last = "";
        for (var one : node) {
            if (!isHash(one) || one.asString().compareTo(last) <= 0) {
                return false;
            }
            last = one.asString();
        }
        return node.isArray() && !node.isEmpty();
    }

    private static boolean isPolicy(JsonNode policy) {
        return carries(policy, Map.of("history", oneOf("from-today", "all"), "joins", oneOf("chair")));
    }

    private static Predicate<JsonNode> oneOf(String... words) {
        return node -> node.isString() && Set.of(words).contains(node.asString());
    }

    private static Predicate<JsonNode> matching(Pattern pattern) {
        return node -> node.isString() && pattern.matcher(node.asString()).matches();
    }

    /// After it the room's words are others.
    boolean changesWords() {
        return !BESIDES.contains(kind);
    }

    /// Puts a text for named readers.
    public boolean named() {
        return kind.equals("put") && text("kind").equals(NAMED);
    }

    public boolean agreesToEnd() {
        return kind.equals("end") && data.path("agrees").asBoolean();
    }

    boolean signedBy(Card card) {
        var node = (ObjectNode) Jcs.parse(json, MOST).orElseThrow();
        var signature = node.path("sig").asString("");
        node.remove("sig");
        return Labelled.verifies(card.ed25519(), LABEL, node, signature);
    }

    String text(String field) {
        return data.path(field).asString("");
    }

    List<String> texts(String field) {
        return data.path(field).valueStream().map(JsonNode::asString).toList();
    }

    List<Long> numbers(String field) {
        return data.path(field).valueStream().map(JsonNode::asLong).toList();
    }

    long number(String field) {
        return data.path(field).isIntegralNumber() ? data.path(field).asLong() : -1;
    }
}
