package org.peerage.composition.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.peerage.composition.search.Rosters.person;
import static org.peerage.composition.search.Ruling.ruling;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.peerage.composition.Leader;
import org.peerage.composition.Proposal;
import org.peerage.composition.Rules;
import org.peerage.composition.SizeLimits;
import org.peerage.composition.Weights;
import org.peerage.composition.kernel.Chance;

/// How many groups there are is part of the answer, and not only what it begins with.
class RegroupingTests {

    private static final int PEOPLE = 96;
    private static final Rules NEAR = Rules.none(6);

    private final List<Leader> leaders = Rosters.many(PEOPLE, 7);

    @Test
    void aFewWhoLiveFarAwayDoNotMakeTheGroupsOfAllSmall() {
        double[] zones = {-8, -8, -8, -5};
        List<Leader> scattered = Rosters.of(158, (k, person) -> switch (k) {
            case 0, 1 -> person.inZone(8);
            case 2, 3 -> person.inZone(5.5);
            case 4, 5, 6, 7, 8 -> person.inZone(0);
            case 9, 10, 11, 12, 13 -> person;
            default -> person.inZone(zones[k % zones.length]);
        });
        Composer composer = Composer.of(scattered, NEAR, Weights.USUAL, SizeLimits.USUAL);

        Proposal proposal = searched(composer, Map.of());

        assertThat(proposal.unseated()).isEmpty();
        assertThat(proposal.groups()).as("158 people make 13 groups of 12").hasSizeBetween(13, 14);
    }

    @Test
    void ofTooManyGroupsSomeAreDissolvedAndTheOthersAreNumberedWithoutGaps() {
        Composer composer = Composer.of(leaders, NEAR, Weights.USUAL, SizeLimits.USUAL);
        Map<String, Integer> twelveOfEight = dealt(12);

        Proposal proposal = searched(composer, twelveOfEight);

        assertThat(proposal.groups())
                .extracting(Proposal.Group::number)
                .hasSizeBetween(8, 9)
                .isEqualTo(IntStream.rangeClosed(1, proposal.groups().size())
                        .boxed()
                        .toList());
        assertThat(proposal.unseated()).isEmpty();
        assertThat(proposal.score())
                .isGreaterThan(composer.arrange(twelveOfEight).proposal().score())
                .isLessThanOrEqualTo(composer.bound());
    }

    @Test
    void besideTooFewGroupsOthersAreOpened() {
        Composer composer = Composer.of(leaders, NEAR, Weights.USUAL, SizeLimits.USUAL);
        Map<String, Integer> sixOfSixteen = dealt(6);

        Proposal proposal = searched(composer, sixOfSixteen);

        assertThat(proposal.groups()).hasSizeBetween(8, 9);
        assertThat(proposal.unseated()).isEmpty();
        assertThat(proposal.score()).isLessThanOrEqualTo(composer.bound());
    }

    @Test
    void aGroupWithALockedSeatIsNotDissolvedAndKeepsItsNumber() {
        Map<String, Integer> twelveOfEight = dealt(12);
        Map<String, String> locks = new HashMap<>();
        twelveOfEight.forEach((id, group) -> {
            if (group > 2) {
                locks.putIfAbsent(id, Integer.toString(group));
            }
        });
        locks.values().removeIf(group -> Integer.parseInt(group) > 2 && Integer.parseInt(group) < 10);
        Rules rules = ruling().locked(locks).rules();

        Proposal proposal = searched(Composer.of(leaders, rules, Weights.USUAL, SizeLimits.USUAL), twelveOfEight);

        assertThat(proposal.groups())
                .extracting(Proposal.Group::number)
                .hasSizeBetween(8, 9)
                .contains(10, 11, 12);
        locks.forEach((id, group) -> assertThat(proposal.seats()).containsEntry(id, Integer.parseInt(group)));
    }

    @Test
    void whereEveryGroupHasALockedSeatNoneIsDissolved() {
        Map<String, Integer> twelveOfEight = dealt(12);
        Map<String, String> locks = new HashMap<>();
        twelveOfEight.forEach((id, group) -> {
            if (!locks.containsValue(Integer.toString(group))) {
                locks.put(id, Integer.toString(group));
            }
        });
        Rules rules = ruling().locked(locks).rules();

        Proposal proposal = searched(Composer.of(leaders, rules, Weights.USUAL, SizeLimits.USUAL), twelveOfEight);

        assertThat(proposal.groups()).hasSize(12);
        locks.forEach((id, group) -> assertThat(proposal.seats()).containsEntry(id, Integer.parseInt(group)));
    }

    @Test
    void whoMustSitTogetherDoesSoWhenTheirGroupIsDissolved() {
        Ruling ruling = ruling().within(24);
        for (int k = 0; k < PEOPLE; k += 12) {
            ruling.together("p" + k, "p" + (k + 6));
        }
        Rules rules = ruling.rules();
        Composer composer = Composer.of(leaders, rules, Weights.USUAL, SizeLimits.USUAL);
        Fit fit = composer.fit;
        SeatPlan seating = new FirstSeats(fit, SizeLimits.USUAL, composer.wishes, new Chance(1)).seat();
        int tied = seating.groupOf[0];
        int groups = seating.used().length;

        assertThat(new Regrouping(seating, composer.wishes, new Chance(1)).dissolve(tied))
                .isTrue();

        assertThat(seating.used()).hasSize(groups - 1).doesNotContain(tied);
        assertThat(seating.waiting()).isEmpty();
        rules.together()
                .forEach(pair -> assertThat(seating.groupOf[fit.numberOf(pair.one())])
                        .isEqualTo(seating.groupOf[fit.numberOf(pair.other())]));
    }

    @Test
    void aGroupIsNotDissolvedWhereItsMembersMaySitNowhereElse() {
        Fit fit = new Fit(Rosters.of(40, (k, person) -> person.inZone(k < 9 ? 0 : 10)), Weights.USUAL, NEAR);
        KeptTogether wishes = new KeptTogether(fit, SizeLimits.USUAL, NEAR);
        SeatPlan seating = SeatPlan.of(
                fit,
                SizeLimits.USUAL,
                5,
                IntStream.range(0, 40).map(k -> k < 9 ? 0 : 1 + k % 3).toArray());
        Regrouping regrouping = new Regrouping(seating, wishes, new Chance(1));
        int[] before = seating.groupOf.clone();

        assertThat(regrouping.dissolve(0)).isFalse();
        seating.become(before);
        assertThat(regrouping.dissolve(1)).isTrue();

        assertThat(seating.used()).containsExactly(0, 2, 3);
        assertThat(seating.waiting()).isEmpty();
    }

    @Test
    void aGroupIsOpenedOnlyWhereTheOthersCanSpareEnough() {
        Fit fit = new Fit(leaders, Weights.USUAL, Rules.none(24));
        KeptTogether wishes = new KeptTogether(fit, SizeLimits.USUAL, NEAR);
        SeatPlan full = seated(fit, 12);
        assertThat(new Regrouping(full, wishes, new Chance(1)).open(0)).isFalse();
        SeatPlan large = seated(fit, 6);

        assertThat(new Regrouping(large, wishes, new Chance(1)).open(0)).isTrue();

        assertThat(large.used()).hasSize(7);
        for (int g : large.used()) {
            assertThat(large.size[g]).isBetween(8, 16);
        }
        assertThat(large.energy())
                .isCloseTo(
                        SeatPlan.of(fit, SizeLimits.USUAL, large.groups, large.groupOf)
                                .energy(),
                        within(1e-9));
    }

    @Test
    void seatsWhoseNumbersHaveGapsKeepThemWhenTheSearchDissolvesNothing() {
        Map<String, Integer> gaps = new HashMap<>();
        dealt(8).forEach((id, group) -> gaps.put(id, group < 4 ? group : group + 3));
        Composer composer = Composer.of(leaders, Rules.none(24).competing(false), Weights.USUAL, SizeLimits.USUAL);

        Proposal stopped =
                composer.search(new Composer.Search(1, 1, 1, OptionalLong.empty()), gaps, progress -> {}, () -> true);

        assertThat(stopped.seats()).isEqualTo(gaps);
    }

    private static Proposal searched(Composer composer, Map<String, Integer> start) {
        return composer.search(
                new Composer.Search(0, 1, 1, OptionalLong.of(600_000)), start, progress -> {}, () -> false);
    }

    private Map<String, Integer> dealt(int groups) {
        Map<String, Integer> seats = new HashMap<>();
        for (int k = 0; k < PEOPLE; k++) {
            seats.put("p" + k, 1 + k % groups);
        }
        return seats;
    }

    private static SeatPlan seated(Fit fit, int groups) {
        return SeatPlan.of(
                fit,
                SizeLimits.USUAL,
                PEOPLE / SizeLimits.USUAL.least(),
                IntStream.range(0, PEOPLE).map(k -> k % groups).toArray());
    }
}
