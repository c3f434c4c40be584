package org.peerage.selection.gaps;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.peerage.networks.directory.Directory;
import org.peerage.places.Places;
import org.peerage.places.Town;

/// One side on which people in a room differ: what is there, what the network has and the room has not, and how many do
/// not say.
///
/// @param there how many members have each value, most first
/// @param missing what a good part of the network has and nobody here, most first; of experience, what members aim at
/// @param unknown how many members do not say
record Facet(Kind kind, List<Directory.Common> there, List<Directory.Common> missing, int unknown) {

    /// More than these are not read.
    private static final int MOST = 5;

    enum Kind {
        /// What members aim at and nobody among them has done (`S0.9`).
        EXPERIENCE,
        INDUSTRY,
        STAGE,
        SIZE,
        PLACE,
        ROLE;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// By what two values are one: "London, United Kingdom" and "London, England, United Kingdom" are one place.
        /// What the list of places does not know is one only when it is written the same.
        Object identity(String value) {
            var place = this == PLACE ? Places.find(value) : Optional.<Town>empty();
            return place.<Object>map(town -> town).orElseGet(() -> value.toLowerCase(Locale.ROOT));
        }

        static Optional<Kind> of(String key) {
            return Stream.of(values()).filter(kind -> kind.key().equals(key)).findFirst();
        }
    }

    /// What a member's profile says; what it does not say is empty.
    record Member(
            String industry,
            String stage,
            int teamSize,
            String place,
            String role,
            List<String> done,
            List<String> aims) {

        private static final int[] ENDS = {10, 50, 200, 1000};

        /// The band of sizes, by its upper end; empty where nobody knows.
        String size() {
            if (teamSize <= 0) {
                return "";
            }
            for (var end : ENDS) {
                if (teamSize <= end) {
                    return Integer.toString(end);
                }
            }
            return "more";
        }
    }

    static Facet of(Kind kind, List<Member> members, Function<Member, String> says, List<Directory.Common> inNetwork) {
        var here = members.stream().map(says).filter(value -> !value.isEmpty()).toList();
        var there = counted(here);
        var missing = once(kind, inNetwork);
        there.forEach(one -> missing.remove(kind.identity(one.value())));
        return new Facet(kind, there, missing.values().stream().limit(MOST).toList(), members.size() - here.size());
    }

    /// What is one thing under several names is counted together, under the name that most give it.
    private static Map<Object, Directory.Common> once(Kind kind, List<Directory.Common> all) {
        var once = new LinkedHashMap<Object, Directory.Common>();
        all.forEach(common -> once.merge(
                kind.identity(common.value()),
                common,
                (one, other) -> new Directory.Common(one.value(), one.leaders() + other.leaders())));
        return once;
    }

    static Facet experience(List<Member> members) {
        var done = members.stream().flatMap(member -> member.done().stream()).toList();
        var aims = counted(
                members.stream().flatMap(member -> member.aims().stream()).toList());
        return new Facet(
                Kind.EXPERIENCE,
                counted(done),
                aims.stream()
                        .filter(aim -> done.stream().noneMatch(aim.value()::equalsIgnoreCase))
                        .limit(MOST)
                        .toList(),
                (int) members.stream()
                        .filter(member ->
                                member.done().isEmpty() && member.aims().isEmpty())
                        .count());
    }

    private static List<Directory.Common> counted(List<String> values) {
        Map<String, Long> counts = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        values.forEach(value -> counts.merge(value, 1L, Long::sum));
        return counts.entrySet().stream()
                .map(entry -> new Directory.Common(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong(Directory.Common::leaders).reversed())
                .toList();
    }

    /// Several words, separated by semicolons.
    static List<String> words(String text) {
        return Stream.of(text.split(";", -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
