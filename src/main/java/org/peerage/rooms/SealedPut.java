package org.peerage.rooms;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.peerage.sealing.Envelope;
import org.peerage.sealing.LedgerEntry;
import org.peerage.sealing.Sealed;
import tools.jackson.databind.JsonNode;

/// A text of the room on its way in: sealed by the author's browser, with the signed entry that names it. `envelope` is
/// there where it is for named readers, and the kind and what it is about are then for them alone.
public record SealedPut(
        RoomId room,
        String kind,
        UUID id,
        int rev,
        long epoch,
        UUID about,
        String author,
        Sealed sealed,
        Optional<Envelope> envelope,
        LedgerEntry entry) {

    /// Reads the form parameter `sealed`, a list of `{header, ciphertext, entry}`. Empty: malformed, or header, entry
    /// and bytes do not name the same thing.
    public static Optional<List<SealedPut>> parse(String json) {
        return Wire.read(json).flatMap(list -> Wire.all(list, SealedPut::of)).filter(puts -> !puts.isEmpty());
    }

    /// The fingerprints of those it is for; nobody in particular where it is for the room.
    public List<String> readers() {
        return envelope.map(Envelope::readers).orElse(List.of());
    }

    private static Optional<SealedPut> of(JsonNode node) {
        return Wire.has(node, "header", "ciphertext", "entry")
                        || Wire.has(node, "header", "ciphertext", "entry", "envelope", "readers")
                ? LedgerEntry.parse(node.path("entry").toString()).flatMap(entry -> of(node, entry))
                : Optional.empty();
    }

    /// A record of a batch names its entry by its id alone.
    static Optional<SealedPut> of(JsonNode node, List<LedgerEntry> entries) {
        return Wire.has(node, "header", "ciphertext") || Wire.has(node, "header", "ciphertext", "envelope", "readers")
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
        var sealed = Sealed.parse(node.path("ciphertext").asString(""));
        if (!Wire.has(header, "v", "room", "kind", "id", "rev", "epoch", "about", "author") || sealed.isEmpty()) {
            return Optional.empty();
        }
        var envelope = Envelope.parse(node.path("envelope").asString(""), Wire.texts(node.path("readers")));
        var named = entry.named();
        if (named != envelope.isPresent() || named != node.has("envelope") || !agrees(header, entry)) {
            return Optional.empty();
        }
        var hash = envelope.map(one -> one.hashWith(sealed.get()))
                .orElseGet(() -> sealed.get().hash());
        return entry.data().path("hash").asString("").equals(hash)
                ? of(header, sealed.get(), envelope, entry)
                : Optional.empty();
    }

    /// What the entry does not name itself, its signer names by signing it.
    private static boolean agrees(JsonNode header, LedgerEntry entry) {
        return entry.kind().equals("put")
                && header.path("v").isIntegralNumber()
                && header.path("v").asInt(0) == 1
                && header.path("rev").isIntegralNumber()
                && header.path("epoch").isIntegralNumber()
                && Stream.of("id", "kind", "rev", "epoch", "about")
                        .allMatch(field -> entry.data().path(field).equals(header.path(field)))
                && entry.by().equals(header.path("author").asString(""));
    }

    private static Optional<SealedPut> of(
            JsonNode header, Sealed sealed, Optional<Envelope> envelope, LedgerEntry entry) {
        try {
            return Optional.of(new SealedPut(
                    new RoomId(header.path("room").asString("")),
                    header.path("kind").asString(),
                    UUID.fromString(header.path("id").asString()),
                    Math.toIntExact(header.path("rev").asLong()),
                    header.path("epoch").asLong(),
                    UUID.fromString(header.path("about").asString()),
                    entry.by(),
                    sealed,
                    envelope,
                    entry));
        } catch (IllegalArgumentException | ArithmeticException e) {
            return Optional.empty();
        }
    }
}
