package org.peerage.selection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.peerage.networks.directory.Directory;
import org.peerage.places.Places;

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

        /// "London, United Kingdom" and "London, England, United Kingdom" are one place. What the list of places does
        /// not
        /// know is the same only when it is written the same.
        boolean same(String one, String other) {
            if (this != PLACE || one.equalsIgnoreCase(other)) {
                return one.equalsIgnoreCase(other);
            }
            var town = Places.find(one);
            return town.isPresent() && town.equals(Places.find(other));
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
        return new Facet(
                kind,
                there,
                once(kind, inNetwork).stream()
                        .filter(common -> there.stream().noneMatch(one -> kind.same(one.value(), common.value())))
                        .limit(MOST)
                        .toList(),
                members.size() - here.size());
    }

    /// What is one thing under several names is counted together, under the name that most give it.
    private static List<Directory.Common> once(Kind kind, List<Directory.Common> all) {
        var once = new ArrayList<Directory.Common>();
        for (var common : all) {
            IntStream.range(0, once.size())
                    .filter(at -> kind.same(once.get(at).value(), common.value()))
                    .findFirst()
                    .ifPresentOrElse(
                            at -> once.set(
                                    at,
                                    new Directory.Common(
                                            once.get(at).value(), once.get(at).leaders() + common.leaders())),
                            () -> once.add(common));
        }
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
