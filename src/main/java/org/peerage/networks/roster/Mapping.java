package org.peerage.networks.roster;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.peerage.networks.Column;
import org.peerage.web.Message;

/// Which column of the file holds what. A column of the file has at most one meaning, and no meaning comes twice.
record Mapping(Map<Column, Integer> places) {

    Mapping {
        places = Map.copyOf(places);
    }

    /// By the headings alone: each column takes the heading that says it best, those that say exactly what we call them
    /// first.
    static Mapping guess(List<String> headings) {
        var places = new EnumMap<Column, Integer>(Column.class);
        for (var column : Column.values()) {
            best(column, headings, places)
                    .filter(at -> column.rank(headings.get(at)).equals(OptionalInt.of(0)))
                    .ifPresent(at -> places.put(column, at));
        }
        for (var column : Column.values()) {
            if (!places.containsKey(column)) {
                best(column, headings, places).ifPresent(at -> places.put(column, at));
            }
        }
        // "Name" alone in a list of companies is the company.
        var name = places.get(Column.NAME);
        if (!places.containsKey(Column.ORGANISATION)
                && name != null
                && Column.plain(headings.get(name)).equals("name")) {
            places.remove(Column.NAME);
            places.put(Column.ORGANISATION, name);
            best(Column.NAME, headings, places).ifPresent(at -> places.put(Column.NAME, at));
        }
        return new Mapping(places);
    }

    /// Among the headings that mean nothing yet.
    private static Optional<Integer> best(Column column, List<String> headings, Map<Column, Integer> taken) {
        return IntStream.range(0, headings.size())
                .boxed()
                .filter(at -> !taken.containsValue(at) && column.goesBy(headings.get(at)))
                .min(Comparator.comparingInt(at -> column.rank(headings.get(at)).orElseThrow()));
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
