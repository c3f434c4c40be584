package org.peerage.networks.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.peerage.rosters.Column;
import org.peerage.web.download.SpreadsheetFile;
import tools.jackson.databind.json.JsonMapper;

/// A directory in its order, as files. They are written person by person, and none of them is ever held as a
/// whole. The table has the headings that an import knows best, so that it comes back as it went out.
final class PeopleFiles {

    private PeopleFiles() {}

    static void table(Iterator<ExportStore.Person> people, OutputStream out) {
        var columns = Column.values();
        var file =
                new SpreadsheetFile(out, Arrays.stream(columns).map(Column::key).toList());
        people.forEachRemaining(person -> file.row(Arrays.stream(columns)
                .map(column -> person.facts().text(column))
                .toList()));
        file.end();
    }

    static void json(JsonMapper json, String network, Iterator<ExportStore.Person> people, OutputStream out) {
        // Not closed where it fails: that would end what is not whole as if it were.
        var file = json.createGenerator(out);
        file.writeStartObject();
        file.writeStringProperty("network", network);
        file.writeArrayPropertyStart("people");
        people.forEachRemaining(person -> file.writePOJO(facts(person)));
        file.writeEndArray();
        file.writeEndObject();
        file.close();
    }

    static void contacts(Iterator<ExportStore.Person> people, OutputStream out) throws IOException {
        var file = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        while (people.hasNext()) {
            file.write(ContactCard.of(people.next()));
        }
        file.flush();
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
