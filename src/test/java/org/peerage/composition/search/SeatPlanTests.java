package org.peerage.composition.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.peerage.composition.Leader;
import org.peerage.composition.Proposal;
import org.peerage.composition.Rules;
import org.peerage.composition.SizeLimits;
import org.peerage.composition.Weights;
import org.peerage.composition.kernel.Budget;
import org.peerage.composition.kernel.Chance;

/// Every number that a proposal shows, summed anew from the profiles.
class SeatPlanTests {

    private static final double ROUNDING = 0.002;
    private static final SizeLimits LIMITS = new SizeLimits(4, 6, 8);

    private final List<Leader> leaders = Rosters.many(60, 11);
    private final Weights weights = Weights.USUAL;
    private final Rules rules = Rules.none(6);
    private final Fit fit = new Fit(leaders, weights, rules);
    private final FromScratch scratch = new FromScratch(weights, LIMITS);
    private final KeptTogether wishes = new KeptTogether(fit, LIMITS, rules);

    @Test
    void everyShownNumberIsWhatTheProfilesSay() {
        SeatPlan seating = searched(3);
        Proposal proposal = new Explaining(seating, wishes).proposal(BestPossible.score(fit, LIMITS));
        assertThat(proposal.groups()).isNotEmpty();
        double energy = 0;
        double sum = 0;
        double weakest = 1;
        int seated = 0;
        for (Proposal.Group group : proposal.groups()) {
            List<Leader> people =
                    group.seats().stream().map(Proposal.Seat::leader).toList();
            group.values()
                    .forEach((criterion, value) -> assertThat(value)
                            .as(criterion.word())
                            .isCloseTo(scratch.valueOfGroup(criterion, people), within(ROUNDING)));
            for (Proposal.Seat seat : group.seats()) {
                assertThat(seat.fit()).isCloseTo(scratch.meanFit(seat.leader(), people), within(ROUNDING));
            }
            double quality = scratch.quality(people);
            assertThat(group.quality()).isCloseTo(quality, within(ROUNDING));
            energy += people.size() / (quality * quality);
            sum += people.size() * quality;
            weakest = Math.min(weakest, quality);
            seated += people.size();
        }
        assertThat(proposal.score()).isCloseTo(1 / Math.sqrt(energy / seated), within(ROUNDING));
        assertThat(proposal.sum()).isCloseTo(sum, within(ROUNDING * seated));
        assertThat(proposal.weakest()).isCloseTo(weakest, within(ROUNDING));
        assertThat(seated + proposal.unseated().size()).isEqualTo(leaders.size());
        assertThat(proposal.score()).isLessThanOrEqualTo(proposal.bound() + ROUNDING);
    }

    @Test
    void everyPreviewedChangeIsWhatThenHappens() {
        SeatPlan seating = searched(5);
        Chance chance = new Chance(5);
        for (int k = 0; k < 500; k++) {
            int i = chance.below(60);
            int j = chance.below(60);
            int a = seating.groupOf[i];
            int b = seating.groupOf[j];
            if (a == b || a == SeatPlan.NOBODY || b == SeatPlan.NOBODY) {
                continue;
            }
            double before = seating.energy();
            double promised = k % 2 == 0 ? seating.swapEnergy(i, j) : seating.shiftEnergy(i, b);
            if (k % 2 == 0) {
                seating.swap(i, j);
            } else if (seating.size[a] > 3 && seating.size[b] < LIMITS.most()) {
                seating.move(i, b);
            } else {
                continue;
            }
            assertThat(seating.energy() - before).isCloseTo(promised, within(1e-9));
            SeatPlan anew = SeatPlan.of(fit, LIMITS, seating.groups, seating.groupOf);
            assertThat(seating.energy()).isCloseTo(anew.energy(), within(1e-9));
        }
    }

    @Test
    void theSearchBreaksNoRuleAndOnlyImproves() {
        SeatPlan first = new FirstSeats(fit, LIMITS, wishes, new Chance(9)).seat();
        double before = first.score();
        SeatPlan after = searched(9);
        assertThat(after.score()).isGreaterThan(before);
        for (int i = 0; i < 60; i++) {
            for (int j = 0; j < i; j++) {
                if (after.groupOf[i] == after.groupOf[j] && after.groupOf[i] != SeatPlan.NOBODY) {
                    assertThat(FromScratch.compete(leaders.get(i), leaders.get(j)))
                            .isFalse();
                }
            }
        }
        for (int g : after.used()) {
            assertThat(after.size[g]).isBetween(LIMITS.least(), LIMITS.most());
        }
    }

    @Test
    void theSameSeedAndStepsGiveTheSameSeating() {
        assertThat(searched(4).groupOf).isEqualTo(searched(4).groupOf);
    }

    @Test
    void severalThreadsKeepTheirBooksRight() {
        SeatPlan seating = new FirstSeats(fit, LIMITS, wishes, new Chance(2)).seat();
        new SeatingSearch(seating, wishes, new Chance(2)).run(Budget.ofSteps(200_000, () -> false), 2, progress -> {});
        SeatPlan anew = SeatPlan.of(fit, LIMITS, seating.groups, seating.groupOf);
        assertThat(seating.energy()).isCloseTo(anew.energy(), within(1e-9));
    }

    @Test
    void aStoppedSearchKeepsTheBestSoFar() {
        SeatPlan seating = new FirstSeats(fit, LIMITS, wishes, new Chance(2)).seat();
        SeatingSearch search = new SeatingSearch(seating, wishes, new Chance(2));
        List<Double> scores = new ArrayList<>();
        search.run(Budget.ofSeconds(30, search::stopped), 1, progress -> {
            scores.add(progress.score());
            search.stop();
        });
        assertThat(scores).hasSize(1);
        assertThat(SeatPlan.of(fit, LIMITS, seating.groups, search.best()).score())
                .isCloseTo(search.bestScore(), within(1e-9));
    }

    private SeatPlan searched(long seed) {
        Chance chance = new Chance(seed);
        SeatPlan seating = new FirstSeats(fit, LIMITS, wishes, chance).seat();
        new SeatingSearch(seating, wishes, chance).run(Budget.ofSteps(100_000, () -> false), 1, progress -> {});
        return seating;
    }
}
