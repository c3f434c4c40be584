package org.peerage.meetings.agenda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.peerage.meetings.ItemReason;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The formats of meetings that the modules of this build ship, read once from `formats/*.json`. A module
/// with an item of its own may bring a format of its own.
@Component
class Formats {

    private final List<Format> meetings;

    Formats() {
        var json = new JsonMapper();
        meetings = Arrays.stream(files())
                .sorted(Comparator.comparing(Resource::getFilename, Comparator.nullsLast(Comparator.naturalOrder())))
                .flatMap(file -> read(json, file).valueStream())
                .map(Formats::meeting)
                .toList();
    }

    private static Resource[] files() {
        try {
            return new PathMatchingResourcePatternResolver().getResources("classpath*:formats/*.json");
        } catch (IOException e) {
            throw new UncheckedIOException("the program's own formats are unreadable", e);
        }
    }

    List<Format> meetings() {
        return meetings;
    }

    Optional<Format> meeting(String key) {
        return meetings.stream().filter(f -> f.key().equals(key)).findFirst();
    }

    /// The longest format that fits into the time that was set aside, or else the shortest there is.
    Format fitting(int minutes) {
        return meetings.stream()
                .filter(f -> !f.byHand() && f.minutes() <= minutes)
                .max(Comparator.comparingInt(Format::minutes))
                .orElseGet(() -> meetings.stream()
                        .filter(f -> !f.byHand())
                        .min(Comparator.comparingInt(Format::minutes))
                        .orElseThrow());
    }

    /// What a group does that begins, in one of its first meetings; where there is no shape for it, or too little time,
    /// what fits the time.
    Format beginning(int place, int minutes) {
        return meetings.stream()
                .filter(f -> f.beginning() == place && f.least() <= minutes)
                .findFirst()
                .orElseGet(() -> fitting(minutes));
    }

    /// How many meetings a beginning has.
    int beginnings() {
        return meetings.stream().mapToInt(Format::beginning).max().orElse(0);
    }

    private static JsonNode read(JsonMapper json, Resource file) {
        try (var stream = file.getInputStream()) {
            return json.readTree(stream);
        } catch (IOException e) {
            throw new UncheckedIOException("the program's own " + file + " is unreadable", e);
        }
    }

    private static Format meeting(JsonNode node) {
        var blocks = new ArrayList<Format.Block>();
        for (var block : node.get("blocks")) {
            var minutes = block.get("minutes").asInt();
            blocks.add(new Format.Block(
                    block.get("kind").asString(),
                    minutes,
                    block.path("least").asInt(minutes),
                    block.path("most").asInt(minutes),
                    block.path("elastic").asInt(0),
                    block.has("why")
                            ? ItemReason.of("meetings.why." + block.get("why").asString())
                            : null));
        }
        return new Format(
                node.get("key").asString(),
                node.path("byHand").asBoolean(false),
                node.path("beginning").asInt(0),
                List.copyOf(blocks));
    }
}
