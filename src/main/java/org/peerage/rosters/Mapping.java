package org.peerage.rosters;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.peerage.web.Message;

/// Which columns of the file hold what. A column of the file has at most one meaning; several with the same meaning are
/// joined: first and last name, town and state.
///
/// @param places in the order in which they are joined
public record Mapping(Map<Column, List<Integer>> places) {

    public Mapping {
        places = Map.copyOf(places);
    }

    /// By what somebody chose for each column of the file, in its order; a last name comes after the first.
    public static Mapping chosen(List<String> headings, List<Optional<Column>> meanings) {
        var places = new EnumMap<Column, List<Integer>>(Column.class);
        for (var place = 0; place < meanings.size(); place++) {
            var at = place;
            meanings.get(place)
                    .ifPresent(column -> places.computeIfAbsent(column, unseen -> new ArrayList<>())
                            .add(at));
        }
        Optional.ofNullable(places.get(Column.NAME))
                .ifPresent(names ->
                        names.sort(Comparator.comparing((Integer place) -> HeadingWords.last(headings.get(place)))));
        return new Mapping(places);
    }

    /// By the headings alone: each column takes the heading that says it best, those that say exactly what we call them
    /// first.
    public static Mapping guess(List<String> headings) {
        var guess = new Guess(headings);
        guess.wholeNames();
        for (var column : Column.values()) {
            guess.best(column, rank -> rank == 0);
        }
        for (var column : Column.values()) {
            guess.best(column, _ -> true);
        }
        // "Name" alone in a list of companies is the company.
        var name = guess.places.get(Column.NAME);
        if (!guess.places.containsKey(Column.ORGANISATION)
                && name != null
                && name.size() == 1
                && HeadingWords.plain(headings.get(name.getFirst())).equals("name")) {
            guess.places.remove(Column.NAME);
            guess.places.put(Column.ORGANISATION, name);
            guess.best(Column.NAME, _ -> true);
        }
        guess.states();
        return new Mapping(guess.places);
    }

    /// @param titles where "Title" stands before a first name: "Dr.", and no role
    private record Guess(List<String> headings, Map<Column, List<Integer>> places, Set<Integer> titles) {

        Guess(List<String> headings) {
            this(headings, new EnumMap<>(Column.class), new HashSet<>());
        }

        /// First and last name in columns of their own, where none has both. "Name" beside a first name is the last
        /// one.
        void wholeNames() {
            if (place(heading -> HeadingWords.rank(Column.NAME, heading).orElse(99) < 4
                            && !HeadingWords.plain(heading).equals("name"))
                    .isPresent()) {
                return;
            }
            var first = place(HeadingWords::first);
            var last = place(HeadingWords::last);
            if (first.isPresent() && last.isEmpty()) {
                last = place(heading -> List.of("name", "nom", "naam").contains(HeadingWords.plain(heading)));
            } else if (first.isEmpty() && last.isPresent()) {
                first = place(heading -> List.of("nombre", "nome").contains(HeadingWords.plain(heading)));
            }
            first.filter(at -> at > 0)
                    .map(at -> at - 1)
                    .filter(at -> HeadingWords.plain(headings.get(at)).equals("title"))
                    .ifPresent(titles::add);
            var both = new ArrayList<Integer>();
            first.ifPresent(both::add);
            last.flatMap(_ -> place(HeadingWords::particle)).ifPresent(both::add);
            last.ifPresent(both::add);
            last.flatMap(_ -> place(HeadingWords::secondLast)).ifPresent(both::add);
            if (!both.isEmpty()) {
                places.put(Column.NAME, both);
            }
        }

        /// The state belongs to the place: there is a Portland in Oregon and one in Maine.
        void states() {
            place(HeadingWords::state).filter(this::free).ifPresent(state -> {
                var towns = new ArrayList<>(places.getOrDefault(Column.PLACE, List.of()));
                towns.add(state);
                places.put(Column.PLACE, towns);
            });
        }

        void best(Column column, IntPredicate goodEnough) {
            if (!places.containsKey(column)) {
                IntStream.range(0, headings.size())
                        .filter(this::free)
                        .filter(at ->
                                HeadingWords.rank(column, headings.get(at)).isPresent())
                        .filter(at -> goodEnough.test(rank(column, at)))
                        .boxed()
                        .min(Comparator.comparingInt(at -> rank(column, at)))
                        .ifPresent(at -> places.put(column, List.of(at)));
            }
        }

        private int rank(Column column, int at) {
            return HeadingWords.rank(column, headings.get(at)).orElseThrow();
        }

        private boolean free(int at) {
            return !titles.contains(at) && places.values().stream().noneMatch(taken -> taken.contains(at));
        }

        private Optional<Integer> place(Predicate<String> which) {
            return IntStream.range(0, headings.size())
                    .filter(at -> which.test(headings.get(at)))
                    .boxed()
                    .findFirst();
        }
    }

    public @Nullable Column meaningOf(int place) {
        return places.entrySet().stream()
                .filter(entry -> entry.getValue().contains(place))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    public boolean has(Column column) {
        return places.containsKey(column);
    }

    /// The columns of the file that hold it, none or several.
    public List<Integer> placesOf(Column column) {
        return Objects.requireNonNull(places.getOrDefault(column, List.of()));
    }

    public Optional<Message> flaw(int width) {
        if (!has(Column.ORGANISATION) && !has(Column.NAME)) {
            return Optional.of(Message.of("rosters.wrong.nobody"));
        }
        return places.values().stream().flatMap(List::stream).anyMatch(place -> place < 0 || place >= width)
                ? Optional.of(Message.of("rosters.wrong.place"))
                : Optional.empty();
    }
}
