package org.peerage.meetings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The formats of meetings and of updates that this build ships, read once from `meetings/*.json`.
@Component
class Formats {

    private final List<Format> meetings;
    private final List<UpdateFormat> updates;

    Formats() {
        var json = new JsonMapper();
        meetings = read(json, "meetings/formats.json")
                .valueStream()
                .map(Formats::meeting)
                .toList();
        updates = read(json, "meetings/updates.json")
                .valueStream()
                .map(Formats::update)
                .toList();
    }

    List<Format> meetings() {
        return meetings;
    }

    List<UpdateFormat> updates() {
        return updates;
    }

    Optional<Format> meeting(String key) {
        return meetings.stream().filter(f -> f.key().equals(key)).findFirst();
    }

    Optional<UpdateFormat> update(String key) {
        return updates.stream().filter(f -> f.key().equals(key)).findFirst();
    }

    /// The longest format that fits into the time that was set aside, or else the shortest there is.
    Format fitting(int minutes) {
        return meetings.stream()
                .filter(f -> f.minutes() <= minutes)
                .max(Comparator.comparingInt(Format::minutes))
                .orElseGet(() -> meetings.stream()
                        .min(Comparator.comparingInt(Format::minutes))
                        .orElseThrow());
    }

    private static JsonNode read(JsonMapper json, String path) {
        try (var stream = new ClassPathResource(path).getInputStream()) {
            return json.readTree(stream);
        } catch (IOException e) {
            throw new UncheckedIOException("the program's own " + path + " is unreadable", e);
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
                    block.path("elastic").asInt(0)));
        }
        return new Format(node.get("key").asString(), List.copyOf(blocks));
    }

    private static UpdateFormat update(JsonNode node) {
        var parts = new ArrayList<UpdateFormat.Part>();
        for (var part : node.get("parts")) {
            parts.add(new UpdateFormat.Part(
                    part.get("key").asString(), part.path("rows").asInt(2)));
        }
        return new UpdateFormat(node.get("key").asString(), node.get("minutes").asInt(), List.copyOf(parts));
    }
}
