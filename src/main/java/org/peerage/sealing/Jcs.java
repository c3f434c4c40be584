package org.peerage.sealing;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Canonical JSON (RFC 8785), restricted to what the room needs: objects, arrays, strings, booleans and integers that a
/// browser can hold exactly. Everything else is refused rather than repaired.
final class Jcs {

    private static final long MOST = (1L << 53) - 1;
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(12).build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Jcs() {}

    /// Empty: not JSON, not of the restricted kind, or longer than `most` characters.
    static Optional<JsonNode> parse(String text, int most) {
        if (text.length() > most) {
            return Optional.empty();
        }
        try {
            var node = JSON.readTree(text);
            return allowed(node) ? Optional.of(node) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    static byte[] bytes(JsonNode node) {
        return text(node).getBytes(StandardCharsets.UTF_8);
    }

    static String text(JsonNode node) {
        var out = new StringBuilder();
        write(node, out);
        return out.toString();
    }

    private static boolean allowed(JsonNode node) {
        if (node.isObject() || node.isArray()) {
            for (var child : node) {
                if (!allowed(child)) {
                    return false;
                }
            }
            return node.propertyNames().stream().allMatch(Jcs::wellFormed);
        }
        if (node.isString()) {
            return wellFormed(node.asString());
        }
        if (node.isIntegralNumber()) {
            return node.canConvertToLong() && Math.abs(node.asLong()) <= MOST;
        }
        return node.isBoolean();
    }

    /// Half a surrogate pair has no UTF-8, so two languages would sign different bytes for it.
    private static boolean wellFormed(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    private static void write(JsonNode node, StringBuilder out) {
        if (node.isObject()) {
            // String order is order of UTF-16 units, which is what RFC 8785 asks for.
            var separator = "{";
            for (var name : new TreeSet<>(node.propertyNames())) {
                out.append(separator);
                quote(name, out);
                out.append(':');
                write(node.path(name), out);
                separator = ",";
            }
            out.append(separator.equals("{") ? "{}" : "}");
        } else if (node.isArray()) {
            var separator = "[";
            for (var element : node) {
                out.append(separator);
                write(element, out);
                separator = ",";
            }
            out.append(separator.equals("[") ? "[]" : "]");
        } else if (node.isString()) {
            quote(node.asString(), out);
        } else if (node.isBoolean()) {
            out.append(node.asBoolean());
        } else {
            out.append(node.asLong());
        }
    }

    private static void quote(String text, StringBuilder out) {
        out.append('"');
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < 0x20) {
                        out.append("\\u00")
                                .append(Character.forDigit(c >> 4, 16))
                                .append(Character.forDigit(c & 15, 16));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
