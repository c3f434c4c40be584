package org.peerage.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.peerage.groups.GroupId;
import org.peerage.tenancy.PersonId;

/// Who may mark what of a newcomer's list, and when: everything that the table does not name is refused.
class StandingTests {

    private static final Instant BEGUN = Instant.parse("2026-11-02T09:00:00Z");
    private static final PersonId NEW = person(1);
    private static final PersonId BUDDY = person(2);
    private static final PersonId CHAIR = person(3);
    private static final PersonId OTHER = person(4);

    @Test
    void withABuddyEachMarksTheirOwnAndTheChairTheLastLook() {
        assertThat(marked(accompanied(), CHAIR, 90))
                .containsExactlyInAnyOrder("1 PLEDGE", "1 LIFELINE", "2 DAY_30", "2 DAY_60", "3 DAY_90");
    }

    @Test
    void withoutOneTheChairStandsIn() {
        assertThat(marked(alone(), CHAIR, 90))
                .containsExactlyInAnyOrder("1 PLEDGE", "1 LIFELINE", "3 DAY_30", "3 DAY_60", "3 DAY_90");
    }

    @Test
    void noLookComesBeforeItsDay() {
        assertThat(marked(accompanied(), CHAIR, 59)).containsExactlyInAnyOrder("1 PLEDGE", "1 LIFELINE", "2 DAY_30");
    }

    @Test
    void aChairWhoIsNewIsLookedAfterByTheBuddyAndNeverByThemselves() {
        assertThat(marked(accompanied(), NEW, 90))
                .containsExactlyInAnyOrder("1 PLEDGE", "1 LIFELINE", "2 DAY_30", "2 DAY_60", "2 DAY_90");
        assertThat(marked(alone(), NEW, 90)).containsExactlyInAnyOrder("1 PLEDGE", "1 LIFELINE");
    }

    @Test
    void theNextThingIsTheFirstThatWaitsForWhoeverAsks() {
        var way = (Standing.UnderWay) alone();
        var now = BEGUN.plus(Duration.ofDays(1));
        assertThat(way.next(CHAIR, Optional.of(CHAIR), now)).contains(Point.BUDDY);
        assertThat(way.next(NEW, Optional.of(CHAIR), now)).contains(Point.PROFILE);
        assertThat(way.next(OTHER, Optional.of(CHAIR), now)).isEmpty();
    }

    @Test
    void whoHasDoneEverythingIsSettled() {
        var marks = Arrays.stream(Point.values())
                .filter(Point::marked)
                .collect(Collectors.toMap(point -> point, point -> new Newcomer.Mark(NEW, BEGUN)));
        var facts = EnumSet.of(Point.PROFILE, Point.GOAL, Point.MEETING);
        assertThat(newcomer(Optional.of(BUDDY), facts, marks).standing()).isInstanceOf(Standing.Settled.class);
        assertThat(newcomer(Optional.empty(), facts, marks).standing()).isInstanceOf(Standing.Alone.class);
    }

    private static List<String> marked(Standing standing, PersonId chair, int day) {
        var way = (Standing.UnderWay) standing;
        var now = BEGUN.plus(Duration.ofDays(day));
        return List.of(NEW, BUDDY, CHAIR, OTHER).stream()
                .flatMap(person -> Arrays.stream(Point.values())
                        .filter(point -> way.marks(point, person, Optional.of(chair), now))
                        .map(point -> person.value().getLeastSignificantBits() + " " + point))
                .toList();
    }

    private static Standing accompanied() {
        return newcomer(Optional.of(BUDDY), Set.of(), Map.of()).standing();
    }

    private static Standing alone() {
        return newcomer(Optional.empty(), Set.of(), Map.of()).standing();
    }

    private static Newcomer newcomer(Optional<PersonId> buddy, Set<Point> facts, Map<Point, Newcomer.Mark> marks) {
        return new Newcomer(new UUID(7, 7), new GroupId(new UUID(8, 8)), NEW, BEGUN, buddy, facts, marks);
    }

    private static PersonId person(int number) {
        return new PersonId(new UUID(9, number));
    }
}
