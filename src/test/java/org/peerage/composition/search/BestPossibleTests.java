package org.peerage.composition.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.peerage.composition.search.Rosters.person;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.peerage.composition.Criterion;
import org.peerage.composition.Leader;
import org.peerage.composition.Proposal;
import org.peerage.composition.Rules;
import org.peerage.composition.SizeLimits;
import org.peerage.composition.Weights;

class BestPossibleTests {

    /// Values are whole thousandths.
    private static final double ROUNDING = 0.001;

    @Test
    void noSeatingOfEightInTwosOrMoreIsBetter() {
        SizeLimits limits = new SizeLimits(2, 3, 4);
        for (int seed = 0; seed < 12; seed++) {
            Composer composer = Composer.of(Rosters.many(8, seed), Rules.none(24), Weights.USUAL, limits);
            assertThat(bestOfAll(composer, new int[8], 0, 0))
                    .as("roster %d", seed)
                    .isLessThanOrEqualTo(composer.bound() + ROUNDING);
        }
    }

    @Test
    void noSearchFindsBetterWhateverMattersMost() {
        for (Criterion most : Criterion.values()) {
            Weights weights = Weights.USUAL.with(most, 100);
            Composer composer = Composer.of(Rosters.many(72, 5), Rules.none(24), weights, SizeLimits.USUAL);
            Proposal proposal = composer.search(
                    new Composer.Search(0, 1, 1, OptionalLong.of(60_000)), Map.of(), progress -> {}, () -> false);
            assertThat(proposal.unseated()).isEmpty();
            assertThat(proposal.score()).as(most.word()).isLessThanOrEqualTo(proposal.bound() + ROUNDING);
        }
    }

    @Test
    void oneIndustryForAllIsKnownToBeAHalf() {
        List<Leader> same = Rosters.of(24, (k, person) -> person.selling("Health", "narrow " + k));
        Composer composer = Composer.of(same, Rules.none(6), Weights.USUAL, SizeLimits.USUAL);
        Proposal proposal = composer.search(
                new Composer.Search(0, 1, 1, OptionalLong.of(10_000)), Map.of(), progress -> {}, () -> false);
        assertThat(proposal.score()).isCloseTo(composer.bound(), within(ROUNDING));
        assertThat(composer.bound()).isCloseTo(0.5, within(ROUNDING));
    }

    @Test
    void halfOfThePeopleInOneIndustryIsHalfOfEveryGroup() {
        List<Leader> mixed =
                Rosters.of(48, (k, person) -> person.selling(k % 2 == 0 ? "Health" : "industry " + k, "narrow " + k));
        Composer composer = Composer.of(mixed, Rules.none(6), Weights.USUAL, SizeLimits.USUAL);
        Proposal proposal = composer.search(
                new Composer.Search(0, 1, 1, OptionalLong.of(100_000)), Map.of(), progress -> {}, () -> false);
        assertThat(proposal.score()).isBetween(composer.bound() - 0.01, composer.bound() + ROUNDING);
    }

    private static double bestOfAll(Composer composer, int[] groupOf, int at, int groups) {
        if (at == groupOf.length) {
            int[] sizes = new int[groups];
            Map<String, Integer> seats = new HashMap<>();
            for (int i = 0; i < groupOf.length; i++) {
                sizes[groupOf[i]]++;
                seats.put("p" + i, groupOf[i] + 1);
            }
            for (int size : sizes) {
                if (size < 2 || size > 4) {
                    return 0;
                }
            }
            return composer.arrange(seats).proposal().score();
        }
        double best = 0;
        for (int g = 0; g <= Math.min(groups, 3); g++) {
            groupOf[at] = g;
            best = Math.max(best, bestOfAll(composer, groupOf, at + 1, Math.max(groups, g + 1)));
        }
        return best;
    }
}
