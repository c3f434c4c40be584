package org.peerage.networks;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.peerage.web.Labelled;
import org.peerage.web.Name;

/// What is asked of somebody who founds a network, as typed.
public record NetworkForm(String name, String purpose, String zone, String labels) {

    private static final Pattern PLACE =
            Pattern.compile("(Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+");

    record Command(String name, String purpose, ZoneId zone, String labels) {}

    sealed interface Parsed {

        record Valid(Command command) implements Parsed {}

        /// Message keys by field.
        record Invalid(Map<String, String> wrong) implements Parsed {}
    }

    Parsed parse() {
        var wrong = new LinkedHashMap<String, String>();
        if (!Name.accepts(name, 120)) {
            wrong.put("name", "networks.form.wrong.name");
        }
        if (purpose.strip().length() > 600) {
            wrong.put("purpose", "networks.form.wrong.purpose");
        }
        ZoneId place = null;
        try {
            place = ZoneId.of(zone.strip().replace(' ', '_'));
        } catch (DateTimeException e) {
            wrong.put("zone", "networks.form.wrong.zone");
        }
        return wrong.isEmpty() && place != null
                ? new Parsed.Valid(new Command(
                        name.strip(), purpose.strip(), place, LabelSets.has(labels) ? labels : Labelled.USUAL))
                : new Parsed.Invalid(wrong);
    }

    /// Zones by the name of a place: nobody lives in `Etc/GMT-7`.
    public static List<String> zones() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(id -> PLACE.matcher(id).matches())
                .sorted()
                .toList();
    }
}
