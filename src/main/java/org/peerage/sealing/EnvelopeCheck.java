package org.peerage.sealing;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Whether what an envelope says is its author's word on exactly this text: written when author and readers were in the
/// room, and for this reader among them.
final class EnvelopeCheck {

    private static final Set<String> FIELDS =
            Set.of("v", "room", "id", "rev", "kind", "about", "readers", "key", "by", "head", "sig");

    private EnvelopeCheck() {}

    static boolean holds(JsonNode said, Ledger.Put put, Ledger ledger, String me) {
        return isTheAuthorsWord(said, put, ledger) && readers(said).contains(me);
    }

    static boolean isTheAuthorsWord(JsonNode said, Ledger.Put put, Ledger ledger) {
        return said instanceof ObjectNode envelope
                && shaped(envelope)
                && put.kind().equals(LedgerEntry.NAMED)
                && said.path("room").asString("").equals(ledger.room())
                && said.path("id").asString("").equals(put.id())
                && said.path("rev").asLong(0) == put.rev()
                && said.path("by").asString("").equals(put.author())
                && ledger.head(put.seq() - 1)
                        .filter(said.path("head").asString("")::equals)
                        .isPresent()
                && readers(said).stream().allMatch(reader -> ledger.wasHere(reader, put.seq()))
                && signed(envelope, ledger);
    }

    private static boolean shaped(JsonNode said) {
        var readers = readers(said);
        return Set.copyOf(said.propertyNames()).equals(FIELDS)
                && said.path("v").isIntegralNumber()
                && said.path("v").asInt(0) == 1
                && said.path("rev").isIntegralNumber()
                && LedgerEntry.KIND.matcher(said.path("kind").asString("")).matches()
                && !said.path("kind").asString("").equals(LedgerEntry.NAMED)
                && LedgerEntry.UUID.matcher(said.path("about").asString("")).matches()
                && Labelled.decode(said.path("key").asString(""), 32).isPresent()
                && said.path("readers").isArray()
                && !readers.isEmpty()
                && readers.size() <= Envelope.MOST_READERS
                && List.copyOf(new TreeSet<>(readers)).equals(readers);
    }

    static List<String> readers(JsonNode said) {
        return said.path("readers").valueStream().map(one -> one.asString("")).toList();
    }

    private static boolean signed(ObjectNode envelope, Ledger ledger) {
        var author = ledger.members().get(envelope.path("by").asString(""));
        var unsigned = envelope.deepCopy();
        unsigned.remove("sig");
        return author != null
                && author.card()
                        .signed(Envelope.LABEL, unsigned, envelope.path("sig").asString(""));
    }
}
