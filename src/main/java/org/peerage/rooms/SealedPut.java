package org.peerage.rooms;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.peerage.sealing.LedgerEntry;
import org.peerage.sealing.Sealed;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A text of the room on its way in: sealed by the author's browser, with the signed entry that names it.
public record SealedPut(
        RoomId room, String kind, UUID id, int rev, long epoch, String author, Sealed sealed, LedgerEntry entry) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MOST = 64;

    /// Reads the form parameter `sealed`. Empty: malformed, or header, entry and bytes do not name the same thing.
    public static Optional<List<SealedPut>> parse(String json) {
        try {
            var list = JSON.readTree(json);
            if (!list.isArray() || list.isEmpty() || list.size() > MOST) {
                return Optional.empty();
            }
            var puts = new ArrayList<SealedPut>();
            for (var node : list) {
                var put = of(node);
                if (put.isEmpty()) {
                    return Optional.empty();
                }
                puts.add(put.get());
            }
            return Optional.of(List.copyOf(puts));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    static Optional<SealedPut> of(JsonNode node) {
        var header = node.path("header");
        var sealed = Sealed.parse(node.path("ciphertext").asString(""));
        var entry = LedgerEntry.parse(node.path("entry").toString());
        if (sealed.isEmpty() || entry.isEmpty()) {
            return Optional.empty();
        }
        var data = entry.get().data();
        var agrees = entry.get().kind().equals("put")
                && header.path("v").asInt(0) == 1
                && data.path("id").equals(header.path("id"))
                && data.path("kind").equals(header.path("kind"))
                && data.path("rev").asLong(0) == header.path("rev").asLong(-1)
                && data.path("epoch").asLong(0) == header.path("epoch").asLong(-1)
                && entry.get().by().equals(header.path("author").asString(""))
                && data.path("hash").asString("").equals(sealed.get().hash());
        if (!agrees) {
            return Optional.empty();
        }
        try {
            return Optional.of(new SealedPut(
                    new RoomId(header.path("room").asString("")),
                    header.path("kind").asString(),
                    UUID.fromString(header.path("id").asString("")),
                    Math.toIntExact(header.path("rev").asLong()),
                    header.path("epoch").asLong(),
                    entry.get().by(),
                    sealed.get(),
                    entry.get()));
        } catch (IllegalArgumentException | ArithmeticException e) {
            return Optional.empty();
        }
    }
}
