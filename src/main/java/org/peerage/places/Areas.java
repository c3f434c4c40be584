package org.peerage.places;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/// Countries by their names and codes; states and provinces of the countries with several zones.
final class Areas {

    private static final List<Locale> LANGUAGES = List.of(
            Locale.ENGLISH,
            Locale.GERMAN,
            Locale.FRENCH,
            Locale.of("es"),
            Locale.ITALIAN,
            Locale.of("pt"),
            Locale.of("nl"));

    /// Where the list of places knows no states: hours and names.
    /// Countries of which all but a few far parts, which are named above, keep one zone.
    private static final Set<String> ONE_ZONE_BUT_FAR_PARTS =
            Set.of("ES", "PT", "EC", "CL", "NZ", "FR", "NL", "DK", "GB", "NO", "CN", "CY", "UA", "PG", "PF", "KI");

    /// What belongs to a country and keeps hours of its own: "Martinique, France", "San Juan, PR, USA".
    private static final Map<String, Set<String>> FAR_LANDS = Map.of(
            "FR", Set.of("GP", "MQ", "GF", "RE", "YT", "PM", "NC", "PF", "WF", "BL", "MF"),
            "US", Set.of("PR", "GU", "VI", "AS", "MP"),
            "NL", Set.of("AW", "CW", "SX", "BQ"),
            "DK", Set.of("GL", "FO"),
            "GB", Set.of("BM", "KY", "VG", "TC", "AI", "MS", "FK", "GI", "JE", "GG", "IM", "SH"),
            "NO", Set.of("SJ"),
            "CN", Set.of("HK", "MO", "TW"),
            "AU", Set.of("CX", "CC", "NF"),
            "NZ", Set.of("CK", "NU", "TK"));

    private static final Map<String, Set<String>> COUNTRIES = countries();
    private static final Map<String, String> LETTERS = letters();
    private static final Map<String, Double> HOURS_OF_STATE = hours();
    private static final Map<String, List<Part>> PARTS = parts();

    private Areas() {}

    /// A state or a region of a country whose states the list of places does not know.
    record Part(String country, double hours) {}

    /// The codes of the countries that a name may mean: none or one.
    static Optional<String> country(String name) {
        return COUNTRIES.getOrDefault(Gazetteer.folded(name), Set.of()).stream().findFirst();
    }

    /// A land far from the country it belongs to.
    static Optional<String> farLand(String country, String name) {
        Set<String> far = FAR_LANDS.getOrDefault(country, Set.of());
        return country(name).filter(far::contains);
    }

    /// Which regions have a name; those of the United States and Canada are states ([#state]).
    static List<Part> partsNamed(String name) {
        return PARTS.getOrDefault(Gazetteer.folded(name), List.of());
    }

    /// The letters of a state of the United States or a province of Canada.
    static Optional<String> state(String country, String name) {
        String folded = Gazetteer.folded(name);
        return Optional.ofNullable(LETTERS.get(country + "/" + folded));
    }

    static boolean statesKnown(String country) {
        return country.equals("US") || country.equals("CA");
    }

    /// Hours of a part of a country, by its name or letters.
    static OptionalDouble hours(String country, String part) {
        Double hours = HOURS_OF_STATE.get(country + "/" + Gazetteer.folded(part));
        if (hours != null) {
            return OptionalDouble.of(hours);
        }
        return state(country, part)
                .map(letters -> Gazetteer.known().hoursOf(country + "/" + letters))
                .orElse(OptionalDouble.empty());
    }

    /// Hours of a country of which nothing else is said, or nothing that is known.
    static OptionalDouble hours(String country, boolean partUnknown) {
        return partUnknown
                        && !ONE_ZONE_BUT_FAR_PARTS.contains(country)
                        && !Gazetteer.known().oneZone(country)
                ? OptionalDouble.empty()
                : Gazetteer.known().hoursOf(country);
    }

    private static Map<String, Set<String>> countries() {
        Map<String, Set<String>> countries = new HashMap<>();
        for (String code : Locale.getISOCountries()) {
            Locale country = Locale.of("", code);
            for (Locale language : LANGUAGES) {
                put(countries, country.getDisplayCountry(language), code);
            }
            put(countries, code, code);
            put(countries, country.getISO3Country(), code);
        }
        Tables.lines("countries.txt").stream()
                .flatMap(line -> Arrays.stream(line.split(";", -1)))
                .forEach(pair -> {
                    int equals = pair.indexOf('=');
                    countries.put(Gazetteer.folded(pair.substring(0, equals)), Set.of(pair.substring(equals + 1)));
                });
        countries.values().removeIf(codes -> codes.size() > 1);
        return Map.copyOf(countries);
    }

    private static void put(Map<String, Set<String>> countries, String name, String code) {
        countries
                .computeIfAbsent(Gazetteer.folded(name), unseen -> new HashSet<>())
                .add(code);
    }

    private static Map<String, String> letters() {
        Map<String, String> letters = new HashMap<>();
        Tables.lines("states.txt").forEach(line -> {
            String country = line.substring(0, 2);
            for (String pair : line.substring(3).split(";", -1)) {
                String[] names = pair.split("=", -1);
                letters.put(country + "/" + Gazetteer.folded(names[0]), names[1]);
                letters.put(country + "/" + Gazetteer.folded(names[1]), names[1]);
            }
        });
        return Map.copyOf(letters);
    }

    private static Map<String, List<Part>> parts() {
        Map<String, List<Part>> parts = new HashMap<>();
        HOURS_OF_STATE.forEach((key, hours) -> {
            String country = key.substring(0, key.indexOf('/'));
            if (!statesKnown(country)) {
                parts.computeIfAbsent(key.substring(key.indexOf('/') + 1), unseen -> new ArrayList<>())
                        .add(new Part(country, hours));
            }
        });
        return Map.copyOf(parts);
    }

    private static Map<String, Double> hours() {
        Map<String, Double> hours = new HashMap<>();
        Tables.lines("parts.txt").forEach(line -> {
            String[] words = line.split(" ", 3);
            for (String name : words[2].split(";", -1)) {
                hours.put(words[0] + Gazetteer.folded(name), Double.valueOf(words[1]));
            }
        });
        return Map.copyOf(hours);
    }
}
