package org.peerage.networks.roster;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peerage.networks.Column;
import org.peerage.web.Message;

/// Which column of the file holds what. A column of the file has at most one meaning, and no meaning comes twice.
record Mapping(Map<Column, Integer> places) {

    Mapping {
        places = Map.copyOf(places);
    }

    /// By the headings alone: a heading that says exactly what we call it first, then what it usually goes by.
    static Mapping guess(List<String> headings) {
        var places = new EnumMap<Column, Integer>(Column.class);
        for (var column : Column.values()) {
            for (var at = 0; at < headings.size(); at++) {
                if (Column.plain(headings.get(at)).equals(Column.plain(column.key()))) {
                    places.putIfAbsent(column, at);
                }
            }
        }
        for (var column : Column.values()) {
            for (var at = 0; at < headings.size(); at++) {
                if (column.goesBy(headings.get(at)) && !places.containsValue(at)) {
                    places.putIfAbsent(column, at);
                }
            }
        }
        // "Name" alone in a list of companies is the company.
        var name = places.get(Column.NAME);
        if (!places.containsKey(Column.ORGANISATION)
                && name != null
                && Column.plain(headings.get(name)).equals("name")) {
            places.remove(Column.NAME);
            places.put(Column.ORGANISATION, name);
        }
        return new Mapping(places);
    }

    @Nullable Column meaningOf(int place) {
        return places.entrySet().stream()
                .filter(entry -> entry.getValue() == place)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    boolean has(Column column) {
        return places.containsKey(column);
    }

    Optional<Message> flaw(int width) {
        if (!has(Column.ORGANISATION) && !has(Column.NAME)) {
            return Optional.of(Message.of("networks.import.wrong.nobody"));
        }
        return places.values().stream().anyMatch(place -> place < 0 || place >= width)
                ? Optional.of(Message.of("networks.import.wrong.place"))
                : Optional.empty();
    }
}
