package org.peerage.identity.kept;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.peerage.identity.trail.Deed;
import org.peerage.identity.trail.Trail;
import org.peerage.tenancy.Acting;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Everything that the program keeps on whoever acts and can read: facts, times, names, addresses. What is said
/// in a room it cannot read; the room's own copy holds that.
@Component
class Kept {

    private final KeptTables tables;
    private final KeptStore store;
    private final Trail trail;
    private final InstantSource clock;
    private final JsonMapper json;

    Kept(KeptTables tables, KeptStore store, Trail trail, InstantSource clock, JsonMapper json) {
        this.tables = tables;
        this.store = store;
        this.trail = trail;
        this.clock = clock;
        this.json = json;
    }

    @Transactional(readOnly = true)
    KeptPage page() {
        var parts = new ArrayList<KeptPage.Part>();
        var back = new ArrayList<KeptPage.Back>();
        for (var table : tables.all()) {
            if (table.goesOut()) {
                var rows = rows(table);
                if (!rows.isEmpty()) {
                    parts.add(KeptPage.Part.of(table.table(), rows));
                }
            } else {
                back.add(new KeptPage.Back(table.table(), table.keptBack()));
            }
        }
        return new KeptPage(List.copyOf(parts), List.copyOf(back));
    }

    /// Tables without a row about the person are there and empty. That it was taken is written down.
    @Transactional
    byte[] file() {
        trail.note(Deed.KEPT_TAKEN, null);
        Map<String, Object> kept = new LinkedHashMap<>();
        Map<String, String> back = new LinkedHashMap<>();
        for (var table : tables.all()) {
            if (table.goesOut()) {
                kept.put(table.table(), rows(table));
            } else {
                back.put(table.table(), table.keptBack());
            }
        }
        var whole = new LinkedHashMap<String, Object>();
        whole.put("person", Acting.me().toString());
        whole.put("made_at", clock.instant().toString());
        whole.put("kept", kept);
        whole.put("kept_back", back);
        return json.writeValueAsBytes(whole);
    }

    private List<JsonNode> rows(KeptTable table) {
        return store.rows(table, Acting.me()).stream().map(json::readTree).toList();
    }
}
