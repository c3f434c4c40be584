package org.peerage.proposals.seats;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.peerage.proposals.Change;

/// A change as it goes through an address or a form.
record ChangeForm(Map<String, String> parameters) {

    static Map<String, String> of(Change change) {
        Map<String, String> fields = new LinkedHashMap<>();
        switch (change) {
            case Change.Move(var who, var to) -> {
                fields.put("kind", "move");
                fields.put("who", who);
                fields.put("to", Integer.toString(to));
            }
            case Change.Swap(var who, var with) -> {
                fields.put("kind", "swap");
                fields.put("who", who);
                fields.put("with", with);
            }
            case Change.Leave(var who) -> {
                fields.put("kind", "leave");
                fields.put("who", who);
            }
            case Change.Merge(var group, var into) -> {
                fields.put("kind", "merge");
                fields.put("group", Integer.toString(group));
                fields.put("into", Integer.toString(into));
            }
            case Change.Split(var group) -> {
                fields.put("kind", "split");
                fields.put("group", Integer.toString(group));
            }
        }
        return fields;
    }

    /// Empty where it says nothing that could be meant.
    Optional<Change> parse() {
        return switch (parameters.getOrDefault("kind", "")) {
            case "move" -> person("who").flatMap(who -> number("to").map(to -> new Change.Move(who, to)));
            case "swap" -> person("who").flatMap(who -> person("with").map(with -> new Change.Swap(who, with)));
            case "leave" -> person("who").map(Change.Leave::new);
            case "merge" -> number("group").flatMap(group -> number("into").map(into -> new Change.Merge(group, into)));
            case "split" -> number("group").map(Change.Split::new);
            default -> Optional.empty();
        };
    }

    Optional<Integer> number(String name) {
        var typed = parameters.getOrDefault(name, "");
        return typed.matches("[1-9]\\d{0,5}") ? Optional.of(Integer.parseInt(typed)) : Optional.empty();
    }

    private Optional<String> person(String name) {
        try {
            return Optional.of(
                    UUID.fromString(parameters.getOrDefault(name, "")).toString());
        } catch (IllegalArgumentException nobody) {
            return Optional.empty();
        }
    }
}
