package org.peerage.composition.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.peerage.composition.Rules;
import org.peerage.composition.SizeLimits;
import org.peerage.composition.Weights;
import org.peerage.composition.kernel.Chance;

class ReseatingTests {

    private static final SizeLimits LIMITS = new SizeLimits(4, 6, 8);

    private final Rules rules = Rules.none(6);
    private final Fit fit = new Fit(Rosters.many(40, 8), Weights.USUAL, rules);
    private final KeptTogether wishes = new KeptTogether(fit, LIMITS, rules);
    private final SeatPlan seating = new FirstSeats(fit, LIMITS, wishes, new Chance(8)).seat();
    private final Reseating reseating = new Reseating(seating, wishes);

    @Test
    void aNewcomersOpeningsAreLawfulBestFirstAndAsPromised() {
        seating.leave(0);
        assertThat(reseating.openings(0)).isNotEmpty();
        double last = 1;
        for (Reseating.Vacancy opening : reseating.openings(0)) {
            assertThat(opening.after()).isLessThanOrEqualTo(last);
            last = opening.after();
            assertThat(seating.lawful(0, opening.group(), SeatPlan.NOBODY)).isTrue();
            seating.sit(0, opening.group());
            assertThat(seating.quality(opening.group())).isCloseTo(opening.after(), within(1e-12));
            seating.leave(0);
            assertThat(seating.quality(opening.group())).isCloseTo(opening.before(), within(1e-12));
        }
    }

    @Test
    void aFullGroupHasNoOpening() {
        SeatPlan full = new SeatPlan(fit, new SizeLimits(2, 2, 2), 1);
        full.sit(1, 0);
        assertThat(new Reseating(full, wishes).openings(0)).hasSize(1);
        full.sit(2, 0);
        assertThat(new Reseating(full, wishes).openings(0)).isEmpty();
    }

    @Test
    void groupsMergeOnlyWhenAllFitLawfully() {
        SeatPlan few = new SeatPlan(fit, LIMITS, 3);
        few.sit(0, 0);
        few.sit(1, 0);
        few.sit(2, 1);
        few.sit(3, 1);
        for (int i = 4; i < 11; i++) {
            few.sit(i, 2);
        }
        Reseating changes = new Reseating(few, wishes);
        assertThat(changes.partners(0)).noneMatch(partner -> partner.group() == 2);
        changes.merge(0, 1);
        assertThat(few.size).containsExactly(0, 4, 7);
    }

    @Test
    void aGrownGroupSplitsIntoHalvesOfTheBandOrNotAtAll() {
        SeatPlan grown = new SeatPlan(fit, LIMITS, 2);
        for (int i = 0; i < 7; i++) {
            grown.sit(i, 0);
        }
        Reseating changes = new Reseating(grown, wishes);
        assertThat(changes.split(0, 1)).isFalse();
        assertThat(grown.size).containsExactly(7, 0);
        grown.sit(7, 0);
        assertThat(changes.split(0, 1)).isTrue();
        assertThat(grown.size).containsExactly(4, 4);
    }

    @Test
    void repairMovesNoMoreThanAskedAndTakesNobodyBelowTheBand() {
        int group = seating.groupOf[3];
        while (seating.size[group] > LIMITS.least() - 1) {
            seating.leave(seating.members[group][0]);
        }
        assertThat(reseating.repair(group, 0)).isEmpty();
        assertThat(reseating.repair(group, 1)).hasSizeLessThanOrEqualTo(1);
        for (int g : seating.used()) {
            if (g != group) {
                assertThat(seating.size[g]).isBetween(LIMITS.least(), LIMITS.most());
            }
        }
    }
}
