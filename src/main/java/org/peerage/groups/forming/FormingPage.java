package org.peerage.groups.forming;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.peerage.groups.Objection;
import org.peerage.networks.NetworkId;
import org.peerage.networks.ProfileId;
import org.peerage.networks.directory.Directory;

/// The form for a new group, with what was typed and what is wrong with it.
///
/// @param leaders all of a network that is small enough to be seen at once; nobody of another
/// @param own which of them is whoever looks
record FormingPage(
        NetworkId network,
        List<Directory.Entry> leaders,
        Optional<ProfileId> own,
        FormingForm form,
        Map<String, String> wrong,
        List<Objection> against) {

    static final int MOST_AT_ONCE = 24;

    /// Places, not offsets: only a place knows when its clocks change.
    private static final List<String> ZONES = ZoneId.getAvailableZoneIds().stream()
            .filter(zone ->
                    zone.matches("(Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+"))
            .sorted()
            .toList();

    FormingPage again(FormingForm typed, Map<String, String> problems, List<Objection> objections) {
        return new FormingPage(network, leaders, own, typed, problems, objections);
    }

    boolean picked(Directory.Entry leader) {
        return form.picked().contains(leader.id());
    }

    boolean leads(Directory.Entry leader) {
        return form.leads().filter(leader.id()::equals).isPresent();
    }

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
