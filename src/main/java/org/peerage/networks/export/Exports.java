package org.peerage.networks.export;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.peerage.networks.NetworkId;
import org.peerage.networks.Networks;
import org.peerage.rosters.Column;
import org.peerage.web.download.SpreadsheetFile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// The whole directory of a network, in its order, for its convener. The table has the headings that an import
/// knows best, so that it comes back as it went out.
@Component
class Exports {

    private final Networks networks;
    private final ExportStore store;
    private final JsonMapper json;

    Exports(Networks networks, ExportStore store, JsonMapper json) {
        this.networks = networks;
        this.store = store;
        this.json = json;
    }

    @Transactional(readOnly = true)
    byte[] table(NetworkId id) {
        var network = networks.convened(id);
        var columns = Column.values();
        var file = new SpreadsheetFile(Arrays.stream(columns).map(Column::key).toList());
        store.each(
                network.id(),
                person -> file.row(Arrays.stream(columns)
                        .map(column -> person.facts().text(column))
                        .toList()));
        return file.bytes();
    }

    @Transactional(readOnly = true)
    byte[] json(NetworkId id) {
        var network = networks.convened(id);
        List<Map<String, Object>> people = new ArrayList<>();
        store.each(network.id(), person -> people.add(facts(person)));
        var whole = new LinkedHashMap<String, Object>();
        whole.put("network", network.name());
        whole.put("people", people);
        return json.writeValueAsBytes(whole);
    }

    @Transactional(readOnly = true)
    byte[] contacts(NetworkId id) {
        var network = networks.convened(id);
        var cards = new StringBuilder();
        store.each(network.id(), person -> cards.append(ContactCard.of(person)));
        return cards.toString().getBytes(StandardCharsets.UTF_8);
    }

    /// What is not known is left away.
    private static Map<String, Object> facts(ExportStore.Person person) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("id", person.id().toString());
        facts.put("seat_taken", person.taken());
        for (var column : Column.values()) {
            var text = person.facts().text(column);
            if (!text.isEmpty()) {
                facts.put(
                        column.key(),
                        switch (column) {
                            case TEAM_SIZE, EXPERIENCE_YEARS -> Integer.parseInt(text);
                            case REMOTE -> text.equals("yes");
                            default -> text;
                        });
            }
        }
        return facts;
    }
}
