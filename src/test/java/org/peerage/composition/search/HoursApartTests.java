package org.peerage.composition.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peerage.composition.Proposal;
import org.peerage.composition.Rules;
import org.peerage.composition.SizeLimits;
import org.peerage.composition.Weights;
import org.peerage.composition.commandline.RosterFile;

/// Nobody of the real roster sits with anybody more than six hours away, by a table of zones that the program does not
/// know: neither as the roster writes places, nor with states and countries written out, nor without the country.
class HoursApartTests {

    private static final Path LISTS = Path.of("src/test/resources/rosters");
    private static final Path ROSTER = Path.of("src/main/resources/demo/companies.csv");
    private static final double ALLOWED = 6;

    @TempDir
    private Path folder;

    private final Map<String, Double> hours = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();

    @ParameterizedTest
    @ValueSource(strings = {"as it is", "written out", "without the country"})
    void noHardRuleIsBrokenByATableOfItsOwn(String how) throws IOException {
        readTable();
        var file = folder.resolve("roster.csv");
        Files.writeString(file, written(Files.readString(ROSTER), how));
        var places = RosterFile.read(ROSTER, null).leaders();
        var leaders = RosterFile.read(file, null).leaders();
        assertThat(leaders).hasSameSizeAs(places);
        var proposal = Composer.of(leaders, Rules.none(ALLOWED), Weights.USUAL, SizeLimits.USUAL)
                .search(new Composer.Search(0, 1, 1, OptionalLong.of(20_000)), Map.of(), _ -> {}, () -> false);
        var placeOf = new HashMap<String, String>();
        places.forEach(leader -> placeOf.put(leader.id(), leader.place()));

        assertThat(proposal.groups()).hasSizeGreaterThan(100);
        assertThat(proposal.groups().stream().filter(group -> broken(group, placeOf)))
                .as("groups with two who are more than six hours apart")
                .isEmpty();
        assertThat(leaders.stream().filter(leader -> leader.zone().isPresent()).count())
                .as("people whose zone is known")
                .isGreaterThan(how.equals("without the country") ? 3_300 : 3_700);
    }

    private boolean broken(Proposal.Group group, Map<String, String> placeOf) {
        var known = group.seats().stream()
                .map(seat -> hours(placeOf.getOrDefault(seat.leader().id(), "")))
                .filter(found -> !found.isNaN())
                .toList();
        return known.stream().anyMatch(one -> known.stream().anyMatch(other -> apart(one, other) > ALLOWED));
    }

    private static double apart(double one, double other) {
        var hours = Math.abs(one - other);
        return Math.min(hours, 24 - hours);
    }

    private Double hours(String place) {
        var parts = List.of(place.split(", ", -1));
        var country = parts.getLast();
        var area = parts.size() > 1 && (country.equals("USA") || country.equals("Canada"))
                ? parts.get(parts.size() - 2)
                : country;
        return hours.getOrDefault(area.toLowerCase(Locale.ROOT), Double.NaN);
    }

    private String written(String roster, String how) {
        return switch (how) {
            case "written out" -> {
                var text = roster.replace(", USA\"", ", United States\"");
                for (var state : names.entrySet()) {
                    text = text.replace(
                            ", " + state.getKey() + ", United States\"", ", " + state.getValue() + ", United States\"");
                }
                yield text;
            }
            case "without the country" -> roster.replace(", USA\"", "\"");
            default -> roster;
        };
    }

    private void readTable() throws IOException {
        for (var file : List.of("hours.txt", "hours-of-states.txt")) {
            for (var line : Files.readAllLines(LISTS.resolve(file))) {
                if (line.startsWith("#")) {
                    continue;
                }
                if (line.contains("=")) {
                    for (var pair : line.split(";", -1)) {
                        names.putIfAbsent(pair.split("=", -1)[1], pair.split("=", -1)[0]);
                    }
                } else {
                    var blank = line.indexOf(' ');
                    for (var name : line.substring(blank + 1).split(";", -1)) {
                        hours.put(name.strip().toLowerCase(Locale.ROOT), Double.valueOf(line.substring(0, blank)));
                    }
                }
            }
        }
    }
}
