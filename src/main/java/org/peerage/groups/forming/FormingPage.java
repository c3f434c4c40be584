package org.peerage.groups.forming;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.peerage.networks.NetworkId;

/// The form for a new group, with what was typed and what is wrong with it.
record FormingPage(NetworkId network, FormingForm form, Map<String, String> wrong) {

    /// Places, not offsets: only a place knows when its clocks change.
    private static final List<String> ZONES = ZoneId.getAvailableZoneIds().stream()
            .filter(zone ->
                    zone.matches("(Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+"))
            .sorted()
            .toList();

    List<String> zones() {
        return ZONES;
    }

    String value(String field) {
        return FormingForm.text(
                switch (field) {
                    case "name" -> form.name();
                    case "purpose" -> form.purpose();
                    case "zone" -> form.zone();
                    case "smallest" -> form.smallest();
                    case "target" -> form.target();
                    case "largest" -> form.largest();
                    default -> throw new IllegalArgumentException(field);
                });
    }

    boolean isWrong(String field) {
        return wrong.containsKey(field);
    }

    /// The message key, empty where all is well.
    String problem(String field) {
        return wrong.getOrDefault(field, "");
    }
}
