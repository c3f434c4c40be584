package org.peerage.composition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;

/// Fictional leaders for tests.
final class Rosters {

    private Rosters() {}

    /// A leader of whom only the id is known; tests say what they need with the `with…` methods.
    record Person(Leader leader) {

        Person withSize(double size) {
            return new Person(new Leader(
                    leader.id(),
                    leader.name(),
                    leader.role(),
                    OptionalDouble.of(size),
                    leader.stage(),
                    leader.experience(),
                    leader.industry(),
                    leader.narrowIndustry(),
                    leader.markets(),
                    leader.competencies(),
                    leader.aims(),
                    leader.place(),
                    leader.zone(),
                    leader.spot(),
                    leader.languages(),
                    leader.kind(),
                    leader.earlier(),
                    leader.wishes(),
                    leader.conflicts()));
        }

        Person selling(String industry, String narrow, String... markets) {
            return new Person(new Leader(
                    leader.id(),
                    leader.name(),
                    leader.role(),
                    leader.size(),
                    leader.stage(),
                    leader.experience(),
                    industry,
                    narrow,
                    Set.of(markets),
                    leader.competencies(),
                    leader.aims(),
                    leader.place(),
                    leader.zone(),
                    leader.spot(),
                    leader.languages(),
                    leader.kind(),
                    leader.earlier(),
                    leader.wishes(),
                    leader.conflicts()));
        }

        Person inZone(double zone) {
            return new Person(new Leader(
                    leader.id(),
                    leader.name(),
                    leader.role(),
                    leader.size(),
                    leader.stage(),
                    leader.experience(),
                    leader.industry(),
                    leader.narrowIndustry(),
                    leader.markets(),
                    leader.competencies(),
                    leader.aims(),
                    leader.place(),
                    OptionalDouble.of(zone),
                    leader.spot(),
                    leader.languages(),
                    leader.kind(),
                    leader.earlier(),
                    leader.wishes(),
                    leader.conflicts()));
        }

        Person speaking(String... languages) {
            return new Person(new Leader(
                    leader.id(),
                    leader.name(),
                    leader.role(),
                    leader.size(),
                    leader.stage(),
                    leader.experience(),
                    leader.industry(),
                    leader.narrowIndustry(),
                    leader.markets(),
                    leader.competencies(),
                    leader.aims(),
                    leader.place(),
                    leader.zone(),
                    leader.spot(),
                    Set.of(languages),
                    leader.kind(),
                    leader.earlier(),
                    leader.wishes(),
                    leader.conflicts()));
        }

        Person conflictingWith(String... conflicts) {
            return new Person(new Leader(
                    leader.id(),
                    leader.name(),
                    leader.role(),
                    leader.size(),
                    leader.stage(),
                    leader.experience(),
                    leader.industry(),
                    leader.narrowIndustry(),
                    leader.markets(),
                    leader.competencies(),
                    leader.aims(),
                    leader.place(),
                    leader.zone(),
                    leader.spot(),
                    leader.languages(),
                    leader.kind(),
                    leader.earlier(),
                    leader.wishes(),
                    Set.of(conflicts)));
        }
    }

    static Person person(String id) {
        return new Person(new Leader(
                id,
                id,
                OptionalInt.empty(),
                OptionalDouble.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                "",
                "",
                Set.of(),
                Set.of(),
                Set.of(),
                "",
                OptionalDouble.empty(),
                Optional.empty(),
                Set.of(),
                "",
                "",
                Set.of(),
                Set.of()));
    }

    static List<Leader> of(Person... people) {
        return Arrays.stream(people).map(Person::leader).toList();
    }

    /// People with everything said, drawn by a seed.
    static List<Leader> many(int count, long seed) {
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
