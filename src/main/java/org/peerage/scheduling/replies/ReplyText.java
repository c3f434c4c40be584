package org.peerage.scheduling.replies;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a reply says, read from its lines. Programs write much that is not allowed into their replies, so nothing but
/// the few lines that matter is looked at, and what cannot be read is left.
///
/// @param attendee the address for which it answers, in small letters
/// @param sequence of the invitation that it answers
/// @param at when it was written, as it says itself
/// @param proposed the moment that is proposed instead; null where none is, or none that can be read
record ReplyText(
        Kind kind,
        String uid,
        String attendee,
        int sequence,
        @Nullable Instant at,
        @Nullable Instant proposed) {

    enum Kind {
        COMING,
        NOT_COMING,
        PERHAPS,
        ANOTHER_TIME
    }

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss", Locale.ROOT);

    /// Empty for whatever is not the reply of one person about one event.
    static Optional<ReplyText> parse(String calendar) {
        var lines = calendar.replaceAll("\\r?\\n[ \\t]", "").lines().toList();
        var method = "";
        var uid = "";
        var attendee = "";
        var answer = "";
        var sequence = 0;
        Instant at = null;
        Instant proposed = null;
        var inside = "";
        for (var line : lines) {
            var colon = valueBegins(line);
            if (colon < 0) {
                continue;
            }
            var name = line.substring(0, colon);
            var value = line.substring(colon + 1).strip();
            var property = name.split(";", 2)[0].toUpperCase(Locale.ROOT);
            if (property.equals("BEGIN") || property.equals("END")) {
                inside = property.equals("BEGIN") ? value.toUpperCase(Locale.ROOT) : "";
            } else if (property.equals("METHOD")) {
                method = value.toUpperCase(Locale.ROOT);
            } else if (inside.equals("VEVENT")) {
                switch (property) {
                    case "UID" -> uid = value;
                    case "SEQUENCE" -> sequence = value.matches("\\d{1,6}") ? Integer.parseInt(value) : 0;
                    case "DTSTAMP" -> at = moment(name, value);
                    case "DTSTART" -> proposed = moment(name, value);
                    case "ATTENDEE" -> {
                        // More than one: somebody's copy of an invitation, not their answer.
                        if (!attendee.isEmpty()) {
                            return Optional.empty();
                        }
                        attendee = value.toLowerCase(Locale.ROOT).replaceFirst("^mailto:", "");
                        answer = parameter(name, "PARTSTAT");
                    }
                    default -> {}
                }
            }
        }
        var kind = kind(method, answer);
        return kind == null || uid.isEmpty() || attendee.isEmpty()
                ? Optional.empty()
                : Optional.of(new ReplyText(kind, uid, attendee, sequence, at, proposed));
    }

    private static @Nullable Kind kind(String method, String answer) {
        if (method.equals("COUNTER")) {
            return Kind.ANOTHER_TIME;
        }
        if (!method.equals("REPLY")) {
            return null;
        }
        return switch (answer) {
            case "ACCEPTED" -> Kind.COMING;
            case "DECLINED" -> Kind.NOT_COMING;
            case "TENTATIVE" -> Kind.PERHAPS;
            default -> null;
        };
    }

    /// The colon that ends the name and its parameters; one between quotation marks belongs to a parameter.
    private static int valueBegins(String line) {
        var quoted = false;
        for (var place = 0; place < line.length(); place++) {
            var sign = line.charAt(place);
            quoted ^= sign == '"';
            if (sign == ':' && !quoted) {
                return place;
            }
        }
        return -1;
    }

    private static String parameter(String name, String wanted) {
        for (var part : name.split(";", -1)) {
            if (part.toUpperCase(Locale.ROOT).startsWith(wanted + "=")) {
                return part.substring(wanted.length() + 1).replace("\"", "").strip();
            }
        }
        return "";
    }

    private static @Nullable Instant moment(String name, String value) {
        try {
            if (value.endsWith("Z")) {
                return LocalDateTime.parse(value.substring(0, value.length() - 1), MOMENT)
                        .toInstant(ZoneOffset.UTC);
            }
            var zone = parameter(name, "TZID");
            return zone.isEmpty()
                    ? null
                    : LocalDateTime.parse(value, MOMENT).atZone(ZoneId.of(zone)).toInstant();
        } catch (DateTimeException _) {
            return null;
        }
    }
}
