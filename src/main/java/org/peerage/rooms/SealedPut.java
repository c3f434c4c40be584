package org.peerage.rooms;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.peerage.sealing.LedgerEntry;
import org.peerage.sealing.Sealed;
import tools.jackson.databind.JsonNode;

/// A text of the room on its way in: sealed by the author's browser, with the signed entry that names it.
public record SealedPut(
        RoomId room, String kind, UUID id, int rev, long epoch, String author, Sealed sealed, LedgerEntry entry) {

    private static final Pattern KIND = Pattern.compile("[a-z][a-z-]{1,40}");

    /// Reads the form parameter `sealed`, a list of `{header, ciphertext, entry}`. Empty: malformed, or header, entry
    /// and bytes do not name the same thing.
    public static Optional<List<SealedPut>> parse(String json) {
        return Wire.read(json).flatMap(list -> Wire.all(list, SealedPut::of)).filter(puts -> !puts.isEmpty());
    }

    private static Optional<SealedPut> of(JsonNode node) {
        return Wire.has(node, "header", "ciphertext", "entry")
                ? LedgerEntry.parse(node.path("entry").toString()).flatMap(entry -> of(node, entry))
                : Optional.empty();
    }

    /// A record of a batch names its entry by its id alone.
    static Optional<SealedPut> of(JsonNode node, List<LedgerEntry> entries) {
        return Wire.has(node, "header", "ciphertext")
                ? entries.stream()
                        .filter(entry -> entry.kind().equals("put")
                                && entry.data()
                                        .path("id")
                                        .equals(node.path("header").path("id")))
                        .findFirst()
                        .flatMap(entry -> of(node, entry))
                : Optional.empty();
    }

    private static Optional<SealedPut> of(JsonNode node, LedgerEntry entry) {
        var header = node.path("header");
        if (!Wire.has(header, "v", "room", "kind", "id", "rev", "epoch", "author")) {
            return Optional.empty();
        }
        var sealed = Sealed.parse(node.path("ciphertext").asString(""));
        if (sealed.isEmpty()) {
            return Optional.empty();
        }
        var data = entry.data();
        var agrees = entry.kind().equals("put")
                && header.path("v").isIntegralNumber()
                && header.path("v").asInt(0) == 1
                && header.path("rev").isIntegralNumber()
                && header.path("epoch").isIntegralNumber()
                && KIND.matcher(header.path("kind").asString("")).matches()
                && data.path("id").equals(header.path("id"))
                && data.path("kind").equals(header.path("kind"))
                && data.path("rev").equals(header.path("rev"))
                && data.path("epoch").equals(header.path("epoch"))
                && entry.by().equals(header.path("author").asString(""))
                && data.path("hash").asString("").equals(sealed.get().hash());
        if (!agrees) {
            return Optional.empty();
        }
        try {
            var id = UUID.fromString(header.path("id").asString(""));
            return id.toString().equals(header.path("id").asString())
                    ? Optional.of(new SealedPut(
                            new RoomId(header.path("room").asString("")),
                            header.path("kind").asString(),
                            id,
                            Math.toIntExact(header.path("rev").asLong()),
                            header.path("epoch").asLong(),
                            entry.by(),
                            sealed.get(),
                            entry))
                    : Optional.empty();
        } catch (IllegalArgumentException | ArithmeticException e) {
            return Optional.empty();
        }
    }
}
