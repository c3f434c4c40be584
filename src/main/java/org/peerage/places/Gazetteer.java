package org.peerage.places;

import java.text.Normalizer;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/// The 23,000 places of `places.csv`, by name, and which hours most people of a country or a state keep.
final class Gazetteer {

    /// Of two towns with one name and different hours the larger is meant when it is this much larger.
    private static final int MUCH_LARGER = 15;

    /// A country or a state keeps the hours that nine in ten of its people keep.
    private static final double MOST_PEOPLE = 0.9;

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}");
    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private static final Pattern SHORT = Pattern.compile("\\b(saint|sankt|fort|mount)\\b");

    private static final class Known {
        private static final Gazetteer PLACES = new Gazetteer();
    }

    private final Map<String, List<Town>> byName = new HashMap<>();
    private final Map<String, Map<Double, Integer>> people = new HashMap<>();

    private Gazetteer() {
        Tables.lines("places.csv").forEach(this::add);
        Tables.lines("other-names.txt").forEach(this::addOtherNames);
        byName.values()
                .forEach(places ->
                        places.sort(Comparator.comparingInt(Town::people).reversed()));
    }

    static Gazetteer known() {
        return Known.PLACES;
    }

    /// The largest first.
    List<Town> named(String name, String country, String state) {
        return byName.getOrDefault(folded(name), List.of()).stream()
                .filter(place -> country.isEmpty() || place.country().equals(country))
                .filter(place -> state.isEmpty() || place.state().equals(state))
                .toList();
    }

    /// The one that is meant; nothing where two of them keep different hours and neither is much larger.
    static Optional<Town> meant(List<Town> places) {
        return places.stream()
                .findFirst()
                .filter(largest -> places.stream()
                        .allMatch(other -> Zones.hours(other.zone()) == Zones.hours(largest.zone())
                                || other.people() * MUCH_LARGER <= largest.people()));
    }

    /// The hours of a country ("DE") or a state ("US/TX"), where nearly all keep the same.
    OptionalDouble hoursOf(String area) {
        Map<Double, Integer> kept = people.getOrDefault(area, Map.of());
        int all = kept.values().stream().mapToInt(Integer::intValue).sum();
        return kept.entrySet().stream()
                .max(Comparator.comparing(Map.Entry::getValue))
                .filter(most -> most.getValue() >= MOST_PEOPLE * all)
                .map(most -> OptionalDouble.of(most.getKey()))
                .orElse(OptionalDouble.empty());
    }

    /// The zone that nearly everybody in a country keeps.
    Optional<ZoneId> zoneOf(String country) {
        OptionalDouble hours = hoursOf(country);
        return byName.values().stream()
                .flatMap(List::stream)
                .filter(place -> place.country().equals(country))
                .filter(place -> hours.isPresent() && Zones.hours(place.zone()) == hours.getAsDouble())
                .max(Comparator.comparingInt(Town::people))
                .map(Town::zone);
    }

    /// "Oregon" is the state and not the town in Ohio; "Washington" may be either.
    boolean muchLarger(String country, String state, String town) {
        int all = people.getOrDefault(country + "/" + state, Map.of()).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
        return named(town, country, "").stream().allMatch(place -> place.people() * MUCH_LARGER <= all);
    }

    /// Everybody in the country keeps the same hours, wherever in it they are.
    boolean oneZone(String country) {
        return people.getOrDefault(country, Map.of()).size() == 1;
    }

    private void add(String line) {
        String[] cells = line.split(",", -1);
        Town place = new Town(
                cells[0],
                cells[1],
                Double.parseDouble(cells[3]),
                Double.parseDouble(cells[4]),
                ZoneId.of(cells[5]),
                Integer.parseInt(cells[6]));
        add(cells[2], place);
        count(place.country(), place);
        if (!place.state().isEmpty()) {
            count(place.country() + "/" + place.state(), place);
        }
    }

    private void add(String name, Town place) {
        byName.computeIfAbsent(folded(name), unseen -> new ArrayList<>()).add(place);
        String written = folded(inPlainLetters(name));
        if (!written.equals(folded(name))) {
            byName.computeIfAbsent(written, unseen -> new ArrayList<>()).add(place);
        }
    }

    /// "Koeln" and "Aarhus", as keyboards without these letters write them.
    private static String inPlainLetters(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC)
                .replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("Ä", "Ae")
                .replace("Ö", "Oe")
                .replace("Ü", "Ue")
                .replace("ø", "oe")
                .replace("Ø", "Oe")
                .replace("å", "aa")
                .replace("Å", "Aa");
    }

    private void count(String area, Town place) {
        people.computeIfAbsent(area, unseen -> new HashMap<>())
                .merge(Zones.hours(place.zone()), place.people(), Integer::sum);
    }

    private void addOtherNames(String line) {
        String area = line.substring(0, line.indexOf(' '));
        String[] of = area.split("/", -1);
        for (String pair : line.substring(area.length() + 1).split(";", -1)) {
            String[] names = pair.split("=", -1);
            add(names[0], named(names[1], of[0], of.length > 1 ? of[1] : "").getFirst());
        }
    }

    /// Without accents, case and punctuation, so that "Bogota" is "Bogotá" and "St. Louis" is "Saint Louis".
    static String folded(String name) {
        String letters = ACCENTS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace("ø", "o")
                .replace("ł", "l")
                .replace("ß", "ss");
        String plain = SIGNS.matcher(letters).replaceAll(" ").strip();
        return SHORT.matcher(plain).replaceAll(word -> switch (word.group()) {
            case "fort" -> "ft";
            case "mount" -> "mt";
            default -> "st";
        });
    }
}
