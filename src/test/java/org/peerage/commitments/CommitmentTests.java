package org.peerage.commitments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.peerage.groups.GroupId;
import org.peerage.rooms.RoomId;
import org.peerage.tenancy.PersonId;

class CommitmentTests {

    private static final LocalDate DUE = LocalDate.parse("2031-03-14");
    private static final Instant NOW = Instant.parse("2031-03-10T10:00:00Z");
    private static final UUID WORDS = UUID.randomUUID();

    @Test
    void aCommitmentMovesUntilTheDayBeforeItFallsDue() {
        var open = open(DUE);
        var to = DUE.plusDays(7);
        assertThat(open.renegotiate(to, DUE.minusDays(1), NOW, WORDS))
                .isInstanceOfSatisfying(Commitment.Moving.Moved.class, moved -> {
                    assertThat(moved.open().terms().dueOn()).isEqualTo(to);
                    assertThat(moved.open().terms().version()).isEqualTo(2);
                    assertThat(moved.open().terms().history())
                            .containsExactly(new CommitmentTerms.Renegotiation(DUE, to, NOW, WORDS));
                });
        assertThat(open.renegotiate(to, DUE, NOW, WORDS)).isEqualTo(new Commitment.Moving.TooLate());
        assertThat(open.renegotiate(to, DUE.plusDays(1), NOW, WORDS)).isEqualTo(new Commitment.Moving.TooLate());
    }

    @Test
    void aMoveGoesToALaterDayOnly() {
        var open = open(DUE);
        var today = DUE.minusDays(5);
        assertThat(open.renegotiate(DUE, today, NOW, null)).isEqualTo(new Commitment.Moving.NotLater());
        assertThat(open.renegotiate(DUE.minusDays(1), today, NOW, null)).isEqualTo(new Commitment.Moving.NotLater());
        assertThat(open.renegotiate(DUE.plusDays(1), today, NOW, null)).isInstanceOf(Commitment.Moving.Moved.class);
    }

    @Test
    void itDidNotHappenOnlyFromTheDayItFallsDue() {
        var open = open(DUE);
        assertThat(open.didNotHappen(DUE.minusDays(1), NOW, WORDS)).isEqualTo(new Commitment.Missing.NotDueYet());
        assertThat(open.didNotHappen(DUE, NOW, WORDS))
                .isEqualTo(new Commitment.Missing.Told(new Commitment.Missed(open.terms(), NOW, WORDS)));
    }

    @Test
    void itIsDoneWheneverItWasDone() {
        var open = open(DUE);
        assertThat(open.done(null, NOW)).isEqualTo(new Commitment.Done(open.terms(), NOW, null));
    }

    @Test
    void theDayItselfDoesNotCountAsFallenDueWhileTheCommitmentIsOpen() {
        var open = List.<Commitment>of(open(DUE));
        assertThat(KeptRate.of(open, DUE)).isEqualTo(new KeptRate(1, 0, 0, 0, 0));
        assertThat(KeptRate.of(open, DUE).percent()).isEmpty();
        assertThat(KeptRate.of(open, DUE.plusDays(1))).isEqualTo(new KeptRate(1, 1, 0, 0, 0));
        assertThat(KeptRate.of(open, DUE.plusDays(1)).percent()).isEqualTo(OptionalInt.of(0));
    }

    @Test
    void theRateLeavesOutWhatWasMovedInTime() {
        var moved =
                ((Commitment.Moving.Moved) open(DUE).renegotiate(DUE.plusDays(7), DUE.minusDays(1), NOW, null)).open();
        var ledger = List.<Commitment>of(
                moved.done(null, NOW),
                open(DUE).done(null, NOW),
                new Commitment.Missed(open(DUE).terms(), NOW, null),
                open(DUE.plusYears(1)));
        var rate = KeptRate.of(ledger, DUE.plusDays(1));
        assertThat(rate).isEqualTo(new KeptRate(5, 4, 2, 1, 1));
        assertThat(rate.percent()).as("2 of 4 − 1").isEqualTo(OptionalInt.of(67));
    }

    @Test
    void aCommitmentMovedInTimeAndStillOpenSaysNothingYet() {
        var moved =
                ((Commitment.Moving.Moved) open(DUE).renegotiate(DUE.plusDays(7), DUE.minusDays(1), NOW, null)).open();
        assertThat(KeptRate.of(List.of(moved), DUE.plusDays(1)).percent()).isEmpty();
    }

    private static Commitment.Open open(LocalDate due) {
        return new Commitment.Open(new CommitmentTerms(
                new CommitmentId(UUID.randomUUID()),
                new GroupId(UUID.randomUUID()),
                new RoomId("A".repeat(43)),
                new PersonId(UUID.randomUUID()),
                new PersonId(UUID.randomUUID()),
                LocalDate.parse("2031-03-01"),
                due,
                null,
                null,
                null,
                null,
                List.of(),
                1));
    }
}
