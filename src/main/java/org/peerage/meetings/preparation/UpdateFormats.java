package org.peerage.meetings.preparation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.peerage.rooms.Audience;
import org.peerage.rooms.TextKind;
import org.peerage.rooms.TextKinds;
import org.peerage.web.Link;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The ways to tell an update that this build ships, read once from `meetings/updates.json`.
@Component
class UpdateFormats implements TextKinds {

    private static final String PATH = "meetings/updates.json";

    private final List<UpdateFormat> all;

    UpdateFormats() {
        try (var stream = new ClassPathResource(PATH).getInputStream()) {
            all = new JsonMapper()
                    .readTree(stream)
                    .valueStream()
                    .map(UpdateFormats::format)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the program's own " + PATH + " is unreadable", e);
        }
    }

    /// An update can have the parts of any format; which of them are shown is the page's.
    TextKind kind() {
        return new TextKind(
                "update",
                all.stream()
                        .flatMap(format -> format.parts().stream())
                        .map(UpdateFormat.Part::key)
                        .collect(Collectors.toSet()),
                Audience.room(),
                true);
    }

    @Override
    public List<TextKind> kinds() {
        return List.of(kind());
    }

    List<UpdateFormat> all() {
        return all;
    }

    Optional<UpdateFormat> of(String key) {
        return all.stream().filter(f -> f.key().equals(key)).findFirst();
    }

    private static UpdateFormat format(JsonNode node) {
        var parts = new ArrayList<UpdateFormat.Part>();
        for (var part : node.get("parts")) {
            parts.add(new UpdateFormat.Part(
                    part.get("key").asString(), part.path("rows").asInt(2)));
        }
        return new UpdateFormat(node.get("key").asString(), node.get("minutes").asInt(), List.copyOf(parts));
    }

    @Override
    public Map<String, Link> places() {
        return Map.of(kind().key(), Link.to("/meetings/{about}", "meetings.place.update"));
    }
}
