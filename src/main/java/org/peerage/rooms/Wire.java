package org.peerage.rooms;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.peerage.sealing.Envelope;
import org.peerage.sealing.LedgerEntry;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads what a browser sent to a room. Exactly the fields it knows, each key once; anything else is refused, and a
/// passkey's PRF results above all: they open rooms, and a page that sends them is broken.
final class Wire {

    /// A request with one record of the largest size and everything around it.
    static final int MOST = 4 << 20;

    static final int BATCH = 64;

    private static final String UUID_FORM = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(16)
                            .maxStringLength(MOST)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Wire() {}

    static Optional<JsonNode> read(String text) {
        if (text.length() > MOST) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readTree(text)).filter(node -> !secretIn(node));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    static boolean has(JsonNode node, String... fields) {
        return node.isObject() && Set.copyOf(node.propertyNames()).equals(Set.of(fields));
    }

    /// Every element, or nothing: one that is not well-formed refuses the list, and so does a list too long.
    static <T> Optional<List<T>> all(JsonNode array, Function<JsonNode, Optional<T>> read) {
        if (!array.isArray() || array.size() > BATCH) {
            return Optional.empty();
        }
        var found = new ArrayList<T>();
        for (var node : array) {
            var one = read.apply(node);
            if (one.isEmpty()) {
                return Optional.empty();
            }
            found.add(one.get());
        }
        return Optional.of(List.copyOf(found));
    }

    static Optional<List<LedgerEntry>> entries(JsonNode array) {
        return all(array, entry -> LedgerEntry.parse(entry.toString()));
    }

    static Optional<List<Rooms.Grant>> grants(JsonNode array) {
        return all(
                array,
                node -> has(node, "epoch", "to", "file") && node.path("epoch").isIntegralNumber()
                        ? Optional.of(new Rooms.Grant(
                                node.path("epoch").asLong(),
                                node.path("to").asString(""),
                                node.path("file").asString("")))
                        : Optional.empty());
    }

    static Optional<List<Rooms.Renewal>> renewals(JsonNode array) {
        return all(
                array,
                node -> has(node, "id", "rev", "to", "file")
                                && node.path("rev").canConvertToInt()
                                && node.path("id").asString("").matches(UUID_FORM)
                        ? Envelope.parse(
                                        node.path("file").asString(""),
                                        List.of(node.path("to").asString("")))
                                .map(file -> new Rooms.Renewal(
                                        UUID.fromString(node.path("id").asString()),
                                        node.path("rev").asInt(),
                                        node.path("to").asString(),
                                        file))
                        : Optional.empty());
    }

    static Optional<List<UUID>> ids(JsonNode array) {
        return all(
                array,
                node -> node.asString("").matches(UUID_FORM)
                        ? Optional.of(UUID.fromString(node.asString()))
                        : Optional.empty());
    }

    /// The texts of a list; anything else is no list of texts.
    static List<String> texts(JsonNode array) {
        return all(array, node -> node.isString() ? Optional.of(node.asString()) : Optional.empty())
                .orElse(List.of());
    }

    static <T> T wellFormed(Optional<T> parsed) {
        return parsed.orElseThrow(() -> new RoomRefused("malformed"));
    }

    /// The body of a request, up to the largest that makes sense.
    static JsonNode body(InputStream body) throws IOException {
        var bytes = body.readNBytes(MOST + 1);
        if (bytes.length > MOST) {
            throw new RoomRefused("too-large");
        }
        return read(new String(bytes, StandardCharsets.UTF_8)).orElseThrow(() -> new RoomRefused("malformed"));
    }

    private static boolean secretIn(JsonNode node) {
        if (node.isObject()) {
            return node.properties().stream()
                    .anyMatch(field -> field.getKey().equals("prf") || secretIn(field.getValue()));
        }
        for (var element : node) {
            if (secretIn(element)) {
                return true;
            }
        }
        return false;
    }
}
