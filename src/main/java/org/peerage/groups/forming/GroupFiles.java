package org.peerage.groups.forming;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.peerage.web.download.SpreadsheetFile;
import tools.jackson.databind.json.JsonMapper;

/// The groups of a network and who sits where, as files for its convener. Nothing of any room. They are written
/// group by group, and none of them is ever held as a whole.
final class GroupFiles {

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

    private GroupFiles() {}

    /// A line for each seat, and one for a group that has none.
    static void table(Iterator<GroupFileStore.Whole> groups, OutputStream out) {
        var file = new SpreadsheetFile(out, HEADINGS);
        while (groups.hasNext()) {
            var group = groups.next();
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
        file.end();
    }

    static void json(JsonMapper json, String network, Iterator<GroupFileStore.Whole> groups, OutputStream out) {
        // Not closed where it fails: that would end what is not whole as if it were.
        var file = json.createGenerator(out);
        file.writeStartObject();
        file.writeStringProperty("network", network);
        file.writeArrayPropertyStart("groups");
        groups.forEachRemaining(group -> file.writePOJO(facts(group)));
        file.writeEndArray();
        file.writeEndObject();
        file.close();
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
