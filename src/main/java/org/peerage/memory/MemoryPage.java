package org.peerage.memory;

import java.util.LinkedHashMap;
import java.util.Map;
import org.peerage.groups.Circle;
import org.peerage.web.Link;
import org.peerage.web.Shell;
import tools.jackson.databind.json.JsonMapper;

/// @param places where texts of each kind stand
record MemoryPage(Circle circle, Map<String, Link> places) {

    private static final JsonMapper JSON = JsonMapper.shared();

    String room() {
        return circle.openRoom().value();
    }

    /// For the page's script; what has no place of its own is found among everything in the room.
    String places(Shell shell) {
        var all = new LinkedHashMap<String, Map<String, String>>();
        all.put("", place(shell, Link.to("/groups/{group}/room#contents", "memory.search.place")));
        places.forEach((kind, link) -> all.put(kind, place(shell, link)));
        return JSON.writeValueAsString(all);
    }

    private static Map<String, String> place(Shell shell, Link link) {
        return Map.of("label", link.label().in(shell), "address", link.address());
    }
}
