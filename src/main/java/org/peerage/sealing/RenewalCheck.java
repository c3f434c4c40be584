package org.peerage.sealing;

import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Whether a renewed envelope is the author's word on exactly this text, handed on by one of its readers to another who
/// came back with a new card, while both were in the room (`confidentiality.md` 2.13).
final class RenewalCheck {

    static final String LABEL = "room/v1/renewal";

    private static final Set<String> FIELDS =
            Set.of("v", "room", "id", "rev", "envelope", "said", "to", "by", "head", "sig");

    private RenewalCheck() {}

    static boolean holds(JsonNode renewal, String original, Ledger.Put put, Ledger ledger, String me) {
        return renewal instanceof ObjectNode whole
                && Set.copyOf(whole.propertyNames()).equals(FIELDS)
                && renewal.path("v").isIntegralNumber()
                && renewal.path("v").asInt(0) == 1
                && renewal.path("room").asString("").equals(ledger.room())
                && renewal.path("id").asString("").equals(put.id())
                && renewal.path("rev").isIntegralNumber()
                && renewal.path("rev").asLong(0) == put.rev()
                && renewal.path("envelope").asString("").equals(original)
                && renewal.path("to").asString("").equals(me)
                && EnvelopeCheck.isTheAuthorsWord(renewal.path("said"), put, ledger)
                && allowed(whole, EnvelopeCheck.readers(renewal.path("said")), ledger, me);
    }

    private static boolean allowed(ObjectNode renewal, List<String> readers, Ledger ledger, String me) {
        var by = renewal.path("by").asString("");
        var at = ledger.seqOf(renewal.path("head").asString(""));
        return at >= 0
                && ledger.isIn(by, at)
                && ledger.isIn(me, at)
                && !readers.contains(me)
                && readers.stream().anyMatch(reader -> ledger.speaksFor(me, reader))
                && readers.stream().anyMatch(reader -> ledger.speaksFor(by, reader) && !ledger.speaksFor(me, reader))
                && signed(renewal, ledger, by);
    }

    private static boolean signed(ObjectNode renewal, Ledger ledger, String by) {
        var renewer = ledger.members().get(by);
        var unsigned = renewal.deepCopy();
        unsigned.remove("sig");
        return renewer != null
                && renewer.card().signed(LABEL, unsigned, renewal.path("sig").asString(""));
    }
}
