package org.peerage.groups.forming;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.peerage.networks.NetworkId;
import org.peerage.networks.Networks;
import org.peerage.web.download.SpreadsheetFile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// The groups of a network and who sits where, as files for its convener. Nothing of any room.
@Component
class GroupFiles {

    private static final List<String> HEADINGS = List.of(
            "group",
            "formed_at",
            "time_zone",
            "smallest",
            "target",
            "largest",
            "room_open",
            "name",
            "organisation",
            "chair",
            "seat",
            "since");

    private final Networks networks;
    private final GroupFileStore store;
    private final JsonMapper json;

    GroupFiles(Networks networks, GroupFileStore store, JsonMapper json) {
        this.networks = networks;
        this.store = store;
        this.json = json;
    }

    /// A line for each seat, and one for a group that has none.
    @Transactional(readOnly = true)
    byte[] table(NetworkId network) {
        var file = new SpreadsheetFile(HEADINGS);
        for (var group : store.groups(networks.convened(network).id())) {
            var seats = group.seats();
            if (seats.isEmpty()) {
                file.row(row(group, List.of("", "", "", "", "")));
            }
            for (var seat : seats) {
                file.row(row(
                        group,
                        List.of(
                                seat.name(),
                                seat.organisation(),
                                seat.chair() ? "yes" : "no",
                                seat.state(),
                                seat.since().toString())));
            }
        }
        return file.bytes();
    }

    @Transactional(readOnly = true)
    byte[] json(NetworkId id) {
        var network = networks.convened(id);
        var groups = store.groups(network.id()).stream().map(GroupFiles::facts).toList();
        var whole = new LinkedHashMap<String, Object>();
        whole.put("network", network.name());
        whole.put("groups", groups);
        return json.writeValueAsBytes(whole);
    }

    private static List<String> row(GroupFileStore.Whole group, List<String> seat) {
        var cells = new ArrayList<>(List.of(
                group.name(),
                group.formedAt().toString(),
                group.zone(),
                Integer.toString(group.smallest()),
                Integer.toString(group.target()),
                Integer.toString(group.largest()),
                group.open() ? "yes" : "no"));
        cells.addAll(seat);
        return cells;
    }

    private static Map<String, Object> facts(GroupFileStore.Whole group) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("id", group.id().toString());
        facts.put("name", group.name());
        facts.put("purpose", group.purpose());
        facts.put("time_zone", group.zone());
        facts.put("smallest", group.smallest());
        facts.put("target", group.target());
        facts.put("largest", group.largest());
        facts.put("formed_at", group.formedAt().toString());
        facts.put("room_open", group.open());
        facts.put("seats", group.seats().stream().map(GroupFiles::seat).toList());
        return facts;
    }

    private static Map<String, Object> seat(GroupFileStore.Sat seat) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("person", seat.profile().toString());
        facts.put("name", seat.name());
        facts.put("organisation", seat.organisation());
        facts.put("chair", seat.chair());
        facts.put("state", seat.state());
        facts.put("since", seat.since().toString());
        return facts;
    }
}
