package org.peerage.composition.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.peerage.composition.Leader;

/// Fictional leaders for tests.
public final class Rosters {

    private Rosters() {}

    /// A leader of whom only the id is known, until a test says more.
    public static final class Person {

        private final String id;
        private OptionalDouble size = OptionalDouble.empty();
        private String industry = "";
        private String narrowIndustry = "";
        private Set<String> markets = Set.of();
        private Set<String> competencies = Set.of();
        private Set<String> aims = Set.of();
        private String place = "";
        private OptionalDouble zone = OptionalDouble.empty();
        private Set<String> languages = Set.of();
        private String kind = "";
        private String earlier = "";
        private Set<String> wishes = Set.of();
        private Set<String> conflicts = Set.of();

        private Person(String id) {
            this.id = id;
        }

        Person withSize(double headCount) {
            size = OptionalDouble.of(headCount);
            return this;
        }

        Person selling(String broad, String narrow, String... to) {
            industry = broad;
            narrowIndustry = narrow;
            markets = Set.of(to);
            return this;
        }

        Person havingDone(String... topics) {
            competencies = Set.of(topics);
            return this;
        }

        Person aimingAt(String... topics) {
            aims = Set.of(topics);
            return this;
        }

        Person at(String named) {
            place = named;
            return this;
        }

        Person inZone(double hours) {
            zone = OptionalDouble.of(hours);
            return this;
        }

        Person speaking(String... spoken) {
            languages = Set.of(spoken);
            return this;
        }

        Person ofKind(String word) {
            kind = word;
            return this;
        }

        Person earlierIn(String group) {
            earlier = group;
            return this;
        }

        Person wishingFor(String... ids) {
            wishes = Set.of(ids);
            return this;
        }

        Person conflictingWith(String... ids) {
            conflicts = Set.of(ids);
            return this;
        }

        Leader leader() {
            return new Leader(
                    id,
                    id,
                    OptionalInt.empty(),
                    size,
                    OptionalInt.empty(),
                    OptionalInt.empty(),
                    industry,
                    narrowIndustry,
                    markets,
                    competencies,
                    aims,
                    place,
                    zone,
                    Optional.empty(),
                    languages,
                    kind,
                    earlier,
                    wishes,
                    conflicts);
        }
    }

    static Person person(String id) {
        return new Person(id);
    }

    public static List<Leader> of(Person... people) {
        return Arrays.stream(people).map(Person::leader).toList();
    }

    /// So many people, p0 and on, of each of whom is said what its number asks for.
    public static List<Leader> of(int count, BiFunction<Integer, Person, Person> say) {
        return IntStream.range(0, count)
                .mapToObj(k -> say.apply(k, person("p" + k)).leader())
                .toList();
    }

    /// People with everything said, drawn by a seed.
    public static List<Leader> many(int count, long seed) {
        Random random = new Random(seed);
        List<Leader> leaders = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int industry = random.nextInt(9);
            leaders.add(new Leader(
                    "p" + i,
                    "Person " + i,
                    OptionalInt.of(random.nextInt(4)),
                    OptionalDouble.of(1 + random.nextInt(500)),
                    OptionalInt.of(random.nextInt(4)),
                    OptionalInt.of(random.nextInt(30)),
                    "industry " + industry,
                    "narrow " + industry + "." + random.nextInt(6),
                    Set.of("market " + random.nextInt(60)),
                    Set.of("topic " + random.nextInt(12)),
                    random.nextInt(4) == 0 ? Set.of() : Set.of("topic " + random.nextInt(12)),
                    "",
                    OptionalDouble.of(random.nextInt(3)),
                    Optional.empty(),
                    Set.of("English"),
                    random.nextInt(3) == 0 ? "founder" : "heir",
                    "group " + random.nextInt(Math.max(1, count / 12)),
                    Set.of("p" + random.nextInt(count)),
                    Set.of()));
        }
        return leaders;
    }
}
