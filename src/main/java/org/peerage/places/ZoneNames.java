package org.peerage.places;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Time zones as programs and people write them: "Europe/Oslo", "america_slash_guayaquil", "Eastern Standard Time",
/// "(GMT+01:00) Amsterdam", "CET", "UTC+5:30". Letters that mean zones on two continents ("CST", "IST") are none.
final class ZoneNames {

    private static final Pattern OFFSET = Pattern.compile(
            "(?:utc|gmt|z)? ?([+-−–]) ?([0-9]{1,2})(?:[:.]?([0-9]{2}))?(?: ?(?:h|hours|std))?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BEFORE =
            Pattern.compile("^[(\\[]((?:utc|gmt) ?[+-−–]? ?[0-9:]*)[)\\]] *(.*)$", Pattern.CASE_INSENSITIVE);

    private static final String NAMES = """
            America/New_York=eastern standard time;eastern time;eastern;eastern daylight time;us eastern;est;edt;et;est5edt
            America/New_York=eastern time us canada;us eastern standard time;us eastern time;new york;nyc
            America/Chicago=central standard time;central time;central time us canada;us central;us central time;cdt;ct
            America/Chicago=cst6cdt;central daylight time
            America/Denver=mountain standard time;mountain time;mountain time us canada;us mountain;mst;mdt;mt;mst7mdt
            America/Phoenix=us mountain standard time;arizona
            America/Los_Angeles=pacific standard time;pacific time;pacific;pacific time us canada;us pacific;pst;pdt;pt
            America/Los_Angeles=pst8pdt;pacific daylight time
            America/Anchorage=alaskan standard time;alaska;alaska time;alaska standard time;akst;akdt
            Pacific/Honolulu=hawaiian standard time;hawaii;hawaii time;hst;hawaii aleutian standard time
            America/Halifax=atlantic standard time;atlantic time;atlantic time canada;adt
            America/St_Johns=newfoundland standard time;newfoundland;newfoundland time
            America/Regina=canada central standard time;saskatchewan
            America/Mexico_City=central standard time mexico
            America/Tijuana=pacific standard time mexico
            America/Chihuahua=mountain standard time mexico
            America/Guatemala=central america standard time;central america
            America/Bogota=sa pacific standard time;colombia time;cot
            America/Caracas=venezuela standard time
            America/La_Paz=sa western standard time
            America/Santiago=pacific sa standard time;chile time
            America/Argentina/Buenos_Aires=argentina standard time;argentina time;art
            America/Sao_Paulo=e south america standard time;brasilia;brasilia time;brasilia standard time;brt
            America/Cayenne=sa eastern standard time
            America/Montevideo=montevideo standard time
            Atlantic/Azores=azores standard time;azores
            Etc/UTC=utc;z;zulu;gmt;coordinated universal time;universal time;universal;uct
            Europe/London=gmt standard time;greenwich mean time;uk time;british time;british summer time;london time
            Europe/Lisbon=wet;west;western european time;western european summer time
            Atlantic/Reykjavik=greenwich standard time
            Europe/Berlin=w europe standard time;cet;cest;mez;mesz;central european time;central european summer time
            Europe/Berlin=mitteleuropaische zeit;central europe;met;berlin time
            Europe/Budapest=central europe standard time
            Europe/Warsaw=central european standard time
            Europe/Paris=romance standard time;heure de paris
            Africa/Lagos=w central africa standard time;west africa time;wat
            Europe/Athens=eet;eest;oez;eastern european time;eastern european summer time
            Europe/Bucharest=gtb standard time;e europe standard time
            Europe/Helsinki=fle standard time
            Africa/Johannesburg=south africa standard time;sast
            Africa/Maputo=cat;central africa time
            Africa/Cairo=egypt standard time
            Asia/Jerusalem=israel standard time;israel time
            Europe/Istanbul=turkey standard time;turkey time;trt
            Europe/Moscow=russian standard time;moscow time;moscow standard time;msk
            Africa/Nairobi=e africa standard time;east africa time;eat
            Asia/Riyadh=arab standard time
            Asia/Baghdad=arabic standard time
            Asia/Tehran=iran standard time
            Asia/Dubai=arabian standard time;gulf standard time
            Asia/Karachi=pakistan standard time;pkt
            Asia/Kolkata=india standard time;indian standard time;india
            Asia/Colombo=sri lanka standard time
            Asia/Kathmandu=nepal standard time
            Asia/Dhaka=bangladesh standard time
            Asia/Tashkent=west asia standard time
            Asia/Bangkok=se asia standard time;indochina time
            Asia/Jakarta=wib
            Asia/Shanghai=china standard time;china time
            Asia/Singapore=singapore standard time;sgt;singapore time
            Asia/Taipei=taipei standard time
            Asia/Hong_Kong=hkt;hong kong time
            Asia/Tokyo=tokyo standard time;jst;japan standard time;japan time
            Asia/Seoul=korea standard time;kst
            Australia/Perth=w australia standard time;awst
            Australia/Adelaide=cen australia standard time;acst;acdt
            Australia/Darwin=aus central standard time
            Australia/Brisbane=e australia standard time
            Australia/Sydney=aus eastern standard time;aest;aedt;australian eastern time
            Australia/Hobart=tasmania standard time
            Pacific/Auckland=new zealand standard time;nzst;nzdt;nzt
            """;

    private static final Map<String, ZoneId> KNOWN = known();

    private ZoneNames() {}

    static Optional<ZoneId> find(String text) {
        var said = BEFORE.matcher(text.strip());
        if (said.matches()) {
            Optional<ZoneId> offset = find(said.group(1));
            return offset.flatMap(hours -> named(said.group(2), hours)).or(() -> offset);
        }
        var plain = text.strip().replaceAll(" *\\((?:[^)]*[0-9][^)]*|[A-Z]{2,5})\\)$", "");
        var offset = OFFSET.matcher(plain);
        if (offset.matches()) {
            return offset(offset.group(1), offset.group(2), offset.group(3));
        }
        return Optional.ofNullable(KNOWN.get(key(plain))).or(() -> town(plain));
    }

    /// Of the words after an offset, one that keeps those hours.
    private static Optional<ZoneId> named(String words, ZoneId offset) {
        if (Zones.hours(offset) != 0 || words.isBlank()) {
            for (String word : (words + "," + words).split(",", -1)) {
                Optional<ZoneId> zone =
                        Optional.ofNullable(KNOWN.get(key(word))).or(() -> town(word));
                if (zone.filter(found -> Zones.hours(found) == Zones.hours(offset))
                        .isPresent()) {
                    return zone;
                }
            }
            return Optional.ofNullable(KNOWN.get(key(words)))
                    .filter(found -> Zones.hours(found) == Zones.hours(offset));
        }
        return Optional.ofNullable(KNOWN.get(key(words)))
                .filter(found -> Zones.hours(found) == 0)
                .or(() -> town(words.split(",", -1)[0]).filter(found -> Zones.hours(found) == 0));
    }

    private static Optional<ZoneId> town(String words) {
        return words.isBlank() ? Optional.empty() : Places.find(words).map(Town::zone);
    }

    private static Optional<ZoneId> offset(String sign, String hours, String minutes) {
        try {
            int turn = sign.equals("+") ? 1 : -1;
            int rest = minutes == null ? 0 : Integer.parseInt(minutes);
            return Optional.of(ZoneOffset.ofHoursMinutes(turn * Integer.parseInt(hours), turn * rest));
        } catch (DateTimeException beyond) {
            return Optional.empty();
        }
    }

    /// Case, blanks, slashes and what stands for them make no difference.
    private static String key(String name) {
        return Gazetteer.folded(name.replace("_slash_", "/").replace("&", " ").replace(".", " "));
    }

    private static Map<String, ZoneId> known() {
        Map<String, ZoneId> known = new HashMap<>();
        ZoneId.getAvailableZoneIds().stream()
                .filter(id -> id.contains("/") && !id.startsWith("SystemV/"))
                .forEach(id -> known.put(key(id), ZoneId.of(id)));
        NAMES.lines().forEach(line -> {
            String[] sides = line.split("=", 2);
            for (String name : sides[1].split(";", -1)) {
                known.put(name.toLowerCase(Locale.ROOT), ZoneId.of(sides[0]));
            }
        });
        return Map.copyOf(known);
    }
}
