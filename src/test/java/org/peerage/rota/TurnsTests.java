package org.peerage.rota;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.peerage.meetings.MeetingId;
import org.peerage.scheduling.DateId;
import org.peerage.tenancy.PersonId;

/// Whoever has not led for longest is next, and nobody who is on leave.
class TurnsTests {

    private static final ZoneId LISBON = ZoneId.of("Europe/Lisbon");
    private static final PersonId ADA = new PersonId(new UUID(1, 1));
    private static final PersonId NOOR = new PersonId(new UUID(1, 2));
    private static final PersonId OLA = new PersonId(new UUID(1, 3));
    private static final List<PersonId> ALL = List.of(ADA, NOOR, OLA);

    @Test
    void whoeverHasNotLedForLongestIsNextAndRoundItGoes() {
        var turns = new Turns(
                ALL,
                List.of(turn(1, ADA), turn(2, NOOR)),
                List.of(turn(3, null), turn(4, null), turn(5, null), turn(6, null)),
                List.of());
        assertThat(turns.fill())
                .containsExactlyInAnyOrderEntriesOf(Map.of(id(3), OLA, id(4), ADA, id(5), NOOR, id(6), OLA));
    }

    @Test
    void whoeverIsOnLeaveOrHasLeftIsLeftOutAndReplaced() {
        var gone = new PersonId(new UUID(1, 9));
        var turns = new Turns(
                ALL,
                List.of(),
                List.of(turn(3, ADA), turn(4, gone), turn(5, NOOR)),
                List.of(new Turns.Away(ADA, LocalDate.of(2031, 3, 1), LocalDate.of(2031, 3, 31))));
        assertThat(turns.ahead()).filteredOn(turns::isOpen).hasSize(2);
        assertThat(turns.fill())
                .containsEntry(id(3), OLA)
                .containsEntry(id(4), ADA)
                .hasSize(2);
        assertThat(turns.isAway(ADA, turn(4, null))).as("back in April").isFalse();
    }

    @Test
    void whoeverIsPassedOverGetsTheTurnOfTheNext() {
        var first = turn(3, ADA);
        var turns = new Turns(ALL, List.of(), List.of(first, turn(4, ADA), turn(5, NOOR)), List.of());
        assertThat(turns.skip(first)).isEqualTo(Map.of(id(3), NOOR, id(5), ADA));
        assertThat(new Turns(ALL, List.of(turn(1, NOOR)), List.of(first), List.of()).skip(first))
                .as("nobody leads later")
                .isEqualTo(Map.of(id(3), OLA));
        assertThat(new Turns(List.of(ADA), List.of(), List.of(first), List.of()).skip(first))
                .isEmpty();
    }

    @Test
    void nobodyGetsATurnInReturnOnWhichTheyAreAway() {
        var first = turn(3, ADA);
        var ahead = List.of(first, turn(5, NOOR));
        assertThat(new Turns(ALL, List.of(), ahead, List.of()).swap(first, NOOR))
                .isEqualTo(Map.of(id(3), NOOR, id(5), ADA));
        var leave = List.of(new Turns.Away(ADA, LocalDate.of(2031, 5, 4), LocalDate.of(2031, 5, 4)));
        assertThat(new Turns(ALL, List.of(), ahead, leave).swap(first, NOOR)).isEqualTo(Map.of(id(3), NOOR));
        assertThat(new Turns(ALL, List.of(), ahead, List.of()).swap(first, OLA)).isEqualTo(Map.of(id(3), OLA));
    }

    private static MeetingId id(int month) {
        return new MeetingId(new UUID(2, month));
    }

    private static Turn turn(int month, @Nullable PersonId leader) {
        return new Turn(
                id(month),
                new DateId(new UUID(3, month)),
                Instant.parse("2031-%02d-04T18:00:00Z".formatted(month)),
                LISBON,
                Optional.ofNullable(leader));
    }
}
