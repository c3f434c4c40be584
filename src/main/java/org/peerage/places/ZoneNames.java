package org.peerage.places;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Time zones as programs and people write them: "Europe/Oslo", "america_slash_guayaquil", "Eastern Standard Time",
/// "(GMT+01:00) Amsterdam", "CET", "UTC+5:30". Letters that mean zones on two continents ("CST", "IST") are none.
final class ZoneNames {

    private static final String HOURS = "([-+−–]) ?([0-9]{1,2})(?:[:.]?([0-9]{2})|[.,]([0-9]))?";
    private static final Pattern OFFSET =
            Pattern.compile("(?:utc|gmt|z)? ?" + HOURS + "(?: ?(?:h|hours|std))?", Pattern.CASE_INSENSITIVE);
    private static final Pattern BEFORE = Pattern.compile(
            "[(\\[]?((?:utc|gmt)(?: ?[-+−–] ?[0-9:.,]+)?)[)\\]]? +([^-+−–0-9].*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern AFTER = Pattern.compile("(.+?) *[(\\[](.*)[)\\]]");
    private static final Pattern TIME_OF = Pattern.compile(
            "(?i)(?:(?:hora|heure|ora|horário|horario)(?: (?:de|di|da|do|of))? (.+)|(.+?) (?:time|zeit|tijd))");

    private static final Map<String, ZoneId> KNOWN = known();

    private ZoneNames() {}

    static Optional<ZoneId> find(String text) {
        String said = text.strip()
                .replaceAll("(?i)\\b(utc|gmt) (?:plus|\\+) ?", "$1+")
                .replaceAll("(?i)\\b(utc|gmt) (?:minus|-) ?", "$1-");
        return alone(said).or(() -> explained(said)).or(() -> bothHalves(said)).or(() -> town(said));
    }

    /// An offset, or a name that is in the table.
    private static Optional<ZoneId> alone(String text) {
        var offset = OFFSET.matcher(text);
        return offset.matches() ? offset(offset) : Optional.ofNullable(KNOWN.get(key(text)));
    }

    /// "(GMT+01:00) Amsterdam", "CET (UTC+1)", "IST (UTC+5:30)": what stands first, unless the other says different
    /// hours.
    private static Optional<ZoneId> explained(String text) {
        var before = BEFORE.matcher(text);
        if (before.matches()) {
            String words = before.group(2).replaceAll("^[(\\[]|[)\\]]$", "");
            return alone(before.group(1)).flatMap(hours -> named(words, hours).or(() -> Optional.of(hours)));
        }
        var after = AFTER.matcher(text);
        if (!after.matches()) {
            return Optional.empty();
        }
        Optional<ZoneId> name = alone(after.group(1)).or(() -> town(after.group(1)));
        Optional<ZoneId> more = alone(after.group(2)).or(() -> town(after.group(2)));
        if (name.isEmpty()) {
            return more.filter(ZoneOffset.class::isInstance);
        }
        return name.filter(zone -> initials(after.group(1)).equals(after.group(2))
                || more.filter(other -> keeps(zone, other) || keeps(other, zone))
                        .isPresent());
    }

    /// "India Standard Time (IST)" says the same twice.
    private static String initials(String name) {
        return Arrays.stream(name.split(" +", -1))
                .map(word -> word.substring(0, Math.min(1, word.length())))
                .collect(Collectors.joining());
    }

    /// Winter and summer: "CET/CEST", "UTC+1/+2".
    private static Optional<ZoneId> bothHalves(String text) {
        String[] halves = text.split(" ?/ ?", -1);
        if (halves.length != 2) {
            return Optional.empty();
        }
        Optional<ZoneId> one = alone(halves[0]);
        Optional<ZoneId> other = alone(halves[1]);
        if (one.isEmpty() || other.isEmpty()) {
            return Optional.empty();
        }
        double apart = Zones.hours(other.get()) - Zones.hours(one.get());
        boolean offsets = one.get() instanceof ZoneOffset && other.get() instanceof ZoneOffset;
        return apart == 0 || (offsets && apart == 1) ? one : offsets && apart == -1 ? other : Optional.empty();
    }

    /// Of the words after an offset, one that keeps those hours, in winter or in summer.
    private static Optional<ZoneId> named(String words, ZoneId offset) {
        for (String word : (words + "," + words.replace(" - ", ",")).split(",", -1)) {
            Optional<ZoneId> zone = alone(word).or(() -> town(word)).filter(found -> keeps(found, offset));
            if (zone.isPresent()) {
                return zone;
            }
        }
        return alone(words).filter(found -> keeps(found, offset));
    }

    private static boolean keeps(ZoneId zone, ZoneId offset) {
        double hours = Zones.hours(offset);
        return Zones.hours(zone) == hours || Zones.latest(zone) == hours;
    }

    /// A town, or a country that keeps one zone; also with a word for time around it.
    private static Optional<ZoneId> town(String words) {
        if (words.isBlank()) {
            return Optional.empty();
        }
        var time = TIME_OF.matcher(words.strip());
        String place = !time.matches() ? words : time.group(1) == null ? time.group(2) : time.group(1);
        return Places.find(place).map(Town::zone).or(() -> Places.countryZone(place));
    }

    private static Optional<ZoneId> offset(Matcher offset) {
        try {
            int turn = offset.group(1).equals("+") ? 1 : -1;
            int hours = Integer.parseInt(offset.group(2));
            return Optional.of(ZoneOffset.ofHoursMinutes(turn * hours, turn * minutes(offset)));
        } catch (DateTimeException beyond) {
            return Optional.empty();
        }
    }

    /// "+5:30" and "+5.5" are the same.
    private static int minutes(Matcher offset) {
        if (offset.group(4) != null) {
            return Integer.parseInt(offset.group(4)) * 6;
        }
        int minutes = offset.group(3) == null ? 0 : Integer.parseInt(offset.group(3));
        boolean parts = offset.group().contains(".") && (minutes == 25 || minutes == 50 || minutes == 75);
        return parts ? minutes * 60 / 100 : minutes;
    }

    /// Case, blanks, slashes and what stands for them make no difference.
    private static String key(String name) {
        return Gazetteer.folded(name.replace("_slash_", "/").replace("&", " ").replace(".", " "))
                .replaceFirst("^europa ", "europe ");
    }

    private static Map<String, ZoneId> known() {
        Map<String, ZoneId> known = new HashMap<>();
        ZoneId.getAvailableZoneIds().stream()
                .filter(id -> id.contains("/") && !id.startsWith("SystemV/"))
                .forEach(id -> known.put(key(id), ZoneId.of(id)));
        Tables.lines("zone-names.txt").forEach(line -> {
            String[] sides = line.split("=", 2);
            for (String name : sides[1].split(";", -1)) {
                known.put(key(name), ZoneId.of(sides[0]));
            }
        });
        return Map.copyOf(known);
    }
}
