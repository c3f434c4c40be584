package org.peerage.places;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;

/// Where a place lies and which hours are kept there, by what people write: "Austin, TX, USA", "Austin, Texas",
/// "Bergen,
/// Norway", "1010 Wien". Nothing is guessed: what may mean two towns with different hours is not known.
public final class Places {

    private static final List<String> NO_PLACE = List.of(
            "remote",
            "virtual",
            "anywhere",
            "worldwide",
            "global",
            "online",
            "various",
            "distributed",
            "hybrid",
            "home");

    private static final Pattern BETWEEN_PARTS = Pattern.compile("[,;/|()·\\n]| [-–—] ");
    private static final Pattern WITH_NUMBERS = Pattern.compile("\\b\\w*[0-9]\\w*\\b");
    private static final Pattern AROUND =
            Pattern.compile("^(greater|city of|metropolitan|metro) |\\b(metropolitan area|metro area|area|metroplex)$");
    private static final Pattern BLANKS = Pattern.compile(" +");

    private Places() {}

    /// One way to read what is written.
    ///
    /// @param names what may name the town, the best first
    private record Area(String country, String state, List<String> names, OptionalDouble hours) {}

    /// The town; empty when it is not known. A country or a state alone is no town.
    public static Optional<Town> find(String text) {
        List<Town> towns = towns(areas(parts(text)));
        return towns.stream()
                .findFirst()
                .filter(first ->
                        towns.stream().allMatch(other -> Zones.hours(other.zone()) == Zones.hours(first.zone())));
    }

    /// Hours from universal time without summer time; empty when they are not known for sure.
    public static OptionalDouble hours(String text) {
        List<Area> areas = areas(parts(text));
        Set<OptionalDouble> hours = new LinkedHashSet<>();
        towns(areas).forEach(town -> hours.add(OptionalDouble.of(Zones.hours(town.zone()))));
        // A word may name a town and a state or a country as well: "Washington", "Georgia".
        areas.stream()
                .filter(area -> hours.isEmpty()
                        || (area.names().isEmpty() && !area.country().isEmpty()))
                .toList()
                .forEach(area -> hours.add(area.hours()));
        return hours.size() == 1 ? hours.iterator().next() : OptionalDouble.empty();
    }

    private static List<Town> towns(List<Area> areas) {
        List<Town> towns = new ArrayList<>();
        for (Area area : areas) {
            area.names().stream()
                    .map(name -> Gazetteer.known().named(name, area.country(), area.state()))
                    .filter(found -> !found.isEmpty())
                    .findFirst()
                    .ifPresent(found -> Gazetteer.meant(found).ifPresentOrElse(towns::add, () -> towns.addAll(found)));
        }
        return towns;
    }

    private static List<String> parts(String text) {
        return Arrays.stream(BETWEEN_PARTS.split(text, -1))
                .map(Places::cleaned)
                .filter(part -> !part.isEmpty() && !NO_PLACE.contains(part))
                .toList();
    }

    /// Without postal codes and words like "Greater … Area".
    private static String cleaned(String part) {
        String words = WITH_NUMBERS.matcher(Gazetteer.folded(part)).replaceAll(" ");
        return BLANKS.matcher(AROUND.matcher(words).replaceAll(""))
                .replaceAll(" ")
                .strip();
    }

    private static List<Area> areas(List<String> parts) {
        if (parts.isEmpty()) {
            return List.of();
        }
        List<Area> areas = new ArrayList<>();
        if (parts.size() == 1) {
            one(parts.getFirst(), areas);
            return areas;
        }
        String last = parts.getLast();
        List<String> before = parts.subList(0, parts.size() - 1);
        Areas.country(last).ifPresent(country -> {
            Optional<String> alone = before.size() == 1 ? Areas.state(country, before.getFirst()) : Optional.empty();
            if (alone.isEmpty() || !Gazetteer.known().muchLarger(country, alone.get(), before.getFirst())) {
                areas.add(within(country, before));
            }
            alone.ifPresent(state -> areas.add(inState(country, state, List.of())));
        });
        for (String country : List.of("US", "CA")) {
            Areas.state(country, last).ifPresent(state -> areas.add(inState(country, state, before)));
        }
        return areas.isEmpty() ? List.of(new Area("", "", List.of(), OptionalDouble.empty())) : areas;
    }

    /// A word alone: a town, or "Austin TX", or a state, or a country.
    private static void one(String word, List<Area> areas) {
        areas.add(new Area("", "", List.of(word), OptionalDouble.empty()));
        Areas.country(word)
                .filter(country -> word.length() > 2)
                .ifPresent(country -> areas.add(new Area(country, "", List.of(), Areas.hours(country, false))));
        for (String country : List.of("US", "CA")) {
            Areas.state(country, word)
                    .filter(state -> word.length() > 2)
                    .ifPresent(state -> areas.add(new Area(country, state, List.of(), Areas.hours(country, state))));
            int blank = word.lastIndexOf(' ');
            if (blank > 0 && word.length() - blank == 3) {
                Areas.state(country, word.substring(blank + 1))
                        .ifPresent(state -> areas.add(inState(country, state, List.of(word.substring(0, blank)))));
            }
        }
        if (areas.size() > 1) {
            areas.removeIf(area -> area.country().isEmpty()
                    && Gazetteer.known().named(word, "", "").isEmpty());
        }
    }

    private static Area within(String country, List<String> before) {
        for (String part : before.reversed()) {
            if (before.size() > 1 || Gazetteer.known().named(part, country, "").isEmpty()) {
                Optional<String> state = Areas.state(country, part);
                if (state.isPresent()) {
                    return inState(
                            country,
                            state.get(),
                            before.stream().filter(name -> !name.equals(part)).toList());
                }
            }
        }
        boolean stateUnknown = Areas.statesKnown(country) && before.size() > 1;
        OptionalDouble hours = before.stream()
                .map(part -> Areas.hours(country, part))
                .filter(OptionalDouble::isPresent)
                .findFirst()
                .orElseGet(() -> Areas.hours(country, true));
        return new Area(country, "", stateUnknown ? List.of() : before, hours);
    }

    private static Area inState(String country, String state, List<String> names) {
        return new Area(country, state, names, Areas.hours(country, state));
    }
}
