package org.peerage.composition;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.peerage.places.Places;
import org.peerage.places.Zones;

/// One line of the roster, as it was understood. What is missing is empty and counts half in its criterion: it neither
/// helps nor hurts.
///
/// - `role` is a level of responsibility ([#levelOf]), `stage` one of an organisation ([#stageOf]), `size` a head
/// count,
///   `experience` years, `zone` hours from universal time ([#hoursOf]).
/// - `spot` is needed only where it is known better than by the name of the place.
/// - `kind` is what nobody should be the only one of; `earlier` names the group somebody sat in before; `wishes` and
///   `conflicts` are ids of others.
public record Leader(
        String id,
        String name,
        OptionalInt role,
        OptionalDouble size,
        OptionalInt stage,
        OptionalInt experience,
        String industry,
        String narrowIndustry,
        Set<String> markets,
        Set<String> competencies,
        Set<String> aims,
        String place,
        OptionalDouble zone,
        Optional<Spot> spot,
        Set<String> languages,
        String kind,
        String earlier,
        Set<String> wishes,
        Set<String> conflicts) {

    /// A point on the globe, in degrees; south and west are negative.
    public record Spot(double latitude, double longitude) {}

    private static final List<List<String>> LEVELS = List.of(
            List.of("manager", "lead", "head of"),
            List.of("director", "vp", "vice president"),
            List.of("chief", "cfo", "coo", "cto", "cmo", "cio", "chro", "partner", "general counsel"),
            List.of("chief executive", "ceo", "founder", "owner", "president", "managing director", "general manager"));

    public static final List<List<String>> STAGES = List.of(
            List.of("idea", "pre-seed", "start", "startup", "start-up", "seed", "early"),
            List.of("growth", "scale", "scaling", "scale-up"),
            List.of("mature", "established"),
            List.of("transition", "exit", "succession"));

    /// Doublings of head count; a company of one is 0.
    public OptionalDouble doublings() {
        return size.isPresent()
                ? OptionalDouble.of(Math.log(size.getAsDouble()) / Math.log(2))
                : OptionalDouble.empty();
    }

    /// From 0 (leads a team) to 3 (leads the organisation), by the words of a title.
    public static OptionalInt levelOf(String title) {
        String words = title.toLowerCase(Locale.ROOT);
        for (int level = LEVELS.size() - 1; level >= 0; level--) {
            for (String word : LEVELS.get(level)) {
                if ((" " + words + " ").contains(" " + word + " ") && !words.contains("vice " + word)) {
                    return OptionalInt.of(level);
                }
            }
        }
        return words.contains("vice president") ? OptionalInt.of(1) : OptionalInt.empty();
    }

    /// From 0 (starting) to 3 (in transition); nothing for a word that is not known.
    public static OptionalInt stageOf(String word) {
        for (int level = 0; level < STAGES.size(); level++) {
            if (STAGES.get(level).contains(word.strip().toLowerCase(Locale.ROOT))) {
                return OptionalInt.of(level);
            }
        }
        return OptionalInt.empty();
    }

    /// The country tells the zone where the place alone does not.
    public static String place(String place, String country) {
        return country.isEmpty() || place.endsWith(country)
                ? place
                : place.isEmpty() ? country : place + ", " + country;
    }

    /// Parted by semicolons, or by commas or bars where there is no semicolon.
    public static Set<String> words(String text) {
        return Arrays.stream(text.split(text.contains(";") ? ";" : "[,|]", -1))
                .map(word -> word.strip().toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// Hours from universal time, by the name of a zone, or by the place where no zone is said.
    public static OptionalDouble hoursOf(String zone, String place) {
        return zone.isBlank() ? Places.hours(place) : Zones.hours(zone);
    }
}
