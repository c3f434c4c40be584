package org.peerage.places;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Where a place lies and which hours are kept there, by what people write: "Austin, TX, USA", "Austin, Texas",
/// "Bergen, Norway", "1010 Wien". Nothing is guessed: what may mean two towns with different hours is not
/// known.
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

    private static final Pattern BETWEEN_PARTS = Pattern.compile("[,;/|()+·\\n]| [-–—] ");
    /// Between two places, or between the parts of one: "London / New York", "Austin/TX".
    private static final Pattern BETWEEN_PLACES = Pattern.compile("[/;|+&\\n]");

    private static final Pattern WITH_NUMBERS = Pattern.compile("\\b\\w*[0-9]\\w*\\b");
    private static final Pattern AROUND = Pattern.compile(
            "^(greater|city of|metropolitan|metro|near|based in|nahe|bei|raum|grossraum|region|metropolregion) "
                    + "|\\b(metropolitan area|metro area|area|metroplex|und umgebung|umgebung)$");
    /// Codes of the post before a town ("D 80331", "1012 AB"), and letters with stops between them ("B. C.").
    private static final Pattern POST = Pattern.compile("^([a-z]{1,3} [0-9]{4,5} |[0-9]{4} [a-z]{2} )(?=[a-z])");
    private static final Pattern STOPS = Pattern.compile("\\b(\\p{L}) (?=\\p{L}\\b)");
    private static final Pattern BLANKS = Pattern.compile(" +");

    private static final int LONGEST_KEPT = 100;
    /// Whoever seats people or composes groups asks for the same few hundred places of a network again and again.
    private static final Cache<String, OptionalDouble> HOURS =
            Caffeine.newBuilder().maximumSize(20_000).build();

    private Places() {}

    /// One way to read what is written.
    ///
    /// @param names what may name the town, the best first
    private record Area(String country, String state, List<String> names, OptionalDouble hours) {}

    /// The town; empty when it is not known. A country or a state alone is no town.
    public static Optional<Town> find(String text) {
        if (several(text).size() > 1) {
            return Optional.empty();
        }
        List<Town> towns = towns(areas(parts(text)));
        return towns.stream()
                .findFirst()
                .filter(first ->
                        towns.stream().allMatch(other -> Zones.hours(other.zone()) == Zones.hours(first.zone())));
    }

    /// The zone of a country of which nearly all keep one.
    static Optional<ZoneId> countryZone(String text) {
        return Optional.of(Gazetteer.folded(text))
                .filter(name -> name.length() > 2)
                .flatMap(Areas::country)
                .filter(country ->
                        Areas.hours(country, true).isPresent() && hours(text).isPresent())
                .flatMap(country -> Gazetteer.known().zoneOf(country));
    }

    /// Hours from universal time without summer time; empty when they are not known for sure.
    public static OptionalDouble hours(String text) {
        return text.length() > LONGEST_KEPT ? read(text) : HOURS.get(text, Places::read);
    }

    private static OptionalDouble read(String text) {
        Set<OptionalDouble> several = several(text);
        if (several.size() > 1) {
            return OptionalDouble.empty();
        }
        OptionalDouble one = one(text);
        return one.isPresent() || several.isEmpty() ? one : several.iterator().next();
    }

    /// The hours of each of several places in one cell, as far as they are known.
    private static Set<OptionalDouble> several(String text) {
        String[] places = BETWEEN_PLACES.split(text, -1);
        Set<OptionalDouble> hours = new LinkedHashSet<>();
        if (places.length > 1) {
            Arrays.stream(places)
                    .map(Places::one)
                    .filter(OptionalDouble::isPresent)
                    .forEach(hours::add);
        }
        return hours;
    }

    private static OptionalDouble one(String text) {
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
                .flatMap(part -> apart(part).stream())
                .toList();
    }

    /// "Portland Oregon" and "Atlanta GA USA" as if there were commas: a known town before the name of an area.
    private static List<String> apart(String words) {
        if (anArea(words) || aTown(words)) {
            return List.of(words);
        }
        for (int blank = words.indexOf(' '); blank > 0; blank = words.indexOf(' ', blank + 1)) {
            String last = words.substring(blank + 1);
            if (anArea(last)) {
                List<String> before = apart(words.substring(0, blank));
                if (aTown(before.getFirst())) {
                    return Stream.concat(before.stream(), Stream.of(last)).toList();
                }
            }
        }
        return List.of(words);
    }

    private static boolean aTown(String words) {
        return !Gazetteer.known().named(words, "", "").isEmpty();
    }

    /// Two letters are taken for a state only.
    private static boolean anArea(String words) {
        return Areas.state("US", words).isPresent()
                || Areas.state("CA", words).isPresent()
                || (words.length() > 2
                        && (Areas.country(words).isPresent()
                                || !Areas.partsNamed(words).isEmpty()));
    }

    /// Without postal codes and words like "Greater … Area".
    private static String cleaned(String part) {
        String folded = STOPS.matcher(Gazetteer.folded(part)).replaceAll("$1");
        String words =
                WITH_NUMBERS.matcher(POST.matcher(folded).replaceFirst("")).replaceAll(" ");
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
            Optional<String> far = Areas.farLand(country, before.getLast());
            if (far.isPresent()) {
                areas.add(within(far.get(), before.size() > 1 ? before.subList(0, before.size() - 1) : before));
                return;
            }
            Optional<String> alone = before.size() == 1 ? Areas.state(country, before.getFirst()) : Optional.empty();
            if (alone.isEmpty() || !Gazetteer.known().muchLarger(country, alone.get(), before.getFirst())) {
                Area within = within(country, before);
                if (last.length() > 2 || !elsewhere(within, before)) {
                    areas.add(within);
                }
            }
            alone.ifPresent(state -> areas.add(inState(country, state, List.of())));
        });
        for (String country : List.of("US", "CA")) {
            Areas.state(country, last).ifPresent(state -> {
                areas.add(inState(country, state, before));
                // "London, New York" may be a town and another.
                if (!Gazetteer.known().named(last, country, state).isEmpty()
                        && elsewhere(inState(country, state, before), before)) {
                    areas.add(inState(country, state, List.of(last)));
                    areas.add(new Area("", "", before, OptionalDouble.empty()));
                }
            });
        }
        for (Areas.Part part : Areas.partsNamed(last)) {
            Area region = new Area(part.country(), "", before, OptionalDouble.of(part.hours()));
            boolean found = towns(List.of(region)).stream().anyMatch(town -> Zones.hours(town.zone()) == part.hours());
            if (found || (areas.isEmpty() && before.stream().noneMatch(Places::aTown))) {
                areas.add(region);
            }
        }
        return areas.isEmpty() ? List.of(new Area("", "", List.of(), OptionalDouble.empty())) : areas;
    }

    /// None of the names is known there, and one of them is where other hours are kept: "Mumbai, MH" is not on the
    /// Marshall Islands.
    private static boolean elsewhere(Area area, List<String> names) {
        return names.stream()
                        .allMatch(name -> Gazetteer.known()
                                .named(name, area.country(), area.state())
                                .isEmpty())
                && names.stream()
                        .flatMap(name -> Gazetteer.known().named(name, "", "").stream())
                        .anyMatch(town -> !area.hours().equals(OptionalDouble.of(Zones.hours(town.zone()))));
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
        if (word.length() > 2) {
            Areas.partsNamed(word)
                    .forEach(part ->
                            areas.add(new Area(part.country(), "", List.of(), OptionalDouble.of(part.hours()))));
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
