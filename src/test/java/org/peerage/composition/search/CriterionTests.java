package org.peerage.composition.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.peerage.composition.search.Rosters.person;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.peerage.composition.Criterion;
import org.peerage.composition.Leader;
import org.peerage.composition.Rules;
import org.peerage.composition.SizeLimits;
import org.peerage.composition.Weights;
import org.peerage.composition.kernel.InputRefused;

class CriterionTests {

    @Test
    void oneLevelOfRoleApartIsAHalfAndTwoAreNothing() {
        assertThat(Criterion.roleValue(3, 3)).isEqualTo(1);
        assertThat(Criterion.roleValue(3, 2)).isEqualTo(0.5);
        assertThat(Criterion.roleValue(3, 1)).isZero();
        assertThat(Criterion.roleValue(0, 3)).isZero();
    }

    @Test
    void fiveDoublingsOfHeadCountApartNothingIsInCommon() {
        assertThat(Criterion.sizeValue(4, 4)).isEqualTo(1);
        assertThat(Criterion.sizeValue(4, 8.9)).isCloseTo(0.02, within(1e-9));
        assertThat(Criterion.sizeValue(4, 9)).isZero();
        assertThat(Criterion.sizeValue(12, 1)).isZero();
    }

    @Test
    void threeStagesApartIsNothing() {
        assertThat(Criterion.stageValue(1, 1)).isEqualTo(1);
        assertThat(Criterion.stageValue(2, 0)).isCloseTo(1 / 3.0, within(1e-9));
        assertThat(Criterion.stageValue(0, 3)).isZero();
    }

    @Test
    void fifteenYearsApartIsNothing() {
        assertThat(Criterion.experienceValue(20, 20)).isEqualTo(1);
        assertThat(Criterion.experienceValue(20, 6)).isCloseTo(1 / 15.0, within(1e-9));
        assertThat(Criterion.experienceValue(20, 5)).isZero();
    }

    @Test
    void anotherIndustryIsBestAndTheSameNarrowOneWorst() {
        assertThat(Criterion.industryValue("Health", "Clinics", "Finance", "Clinics"))
                .isEqualTo(1);
        assertThat(Criterion.industryValue("Health", "Clinics", "Health", "Devices"))
                .isEqualTo(0.5);
        assertThat(Criterion.industryValue("Health", "", "Health", "")).isEqualTo(0.5);
        assertThat(Criterion.industryValue("Health", "Clinics", "Health", "Clinics"))
                .isZero();
    }

    @Test
    void weightsAreWordsWithNumbersAndTheRestStaysUsual() {
        Weights weights = Weights.parse("role=0, industry=100");
        assertThat(weights.of(Criterion.ROLE)).isZero();
        assertThat(weights.of(Criterion.INDUSTRY)).isEqualTo(100);
        assertThat(weights.of(Criterion.STAGE)).isEqualTo(Criterion.STAGE.usualWeight());
        for (String wrong : List.of("role=101", "role=-1", "colour=3", "role", "")) {
            assertThatThrownBy(() -> Weights.parse(wrong))
                    .isInstanceOf(InputRefused.class)
                    .hasMessageContaining("it cannot read \"" + wrong + "\"");
        }
    }

    @Test
    void theBandIsReadAndImpossibleBandsAreRefused() {
        assertThat(SizeLimits.parse("8:12:16")).isEqualTo(SizeLimits.USUAL);
        for (String wrong : List.of("8:12", "12:8:16", "8:17:16", "1:2:3", "a:b:c", "")) {
            assertThatThrownBy(() -> SizeLimits.parse(wrong)).isInstanceOf(InputRefused.class);
        }
    }

    @Test
    void groupsAreCountedSoThatEverybodyFits() {
        assertThat(SizeLimits.USUAL.groupsFor(7)).isZero();
        assertThat(SizeLimits.USUAL.groupsFor(8)).isEqualTo(1);
        assertThat(SizeLimits.USUAL.groupsFor(16)).isEqualTo(1);
        assertThat(SizeLimits.USUAL.groupsFor(17)).isEqualTo(2);
        assertThat(new SizeLimits(10, 12, 16).groupsFor(17)).isZero();
        assertThat(new SizeLimits(10, 12, 16).groupsFor(20)).isEqualTo(2);
    }

    @Test
    void theTargetCostsNothingAndTheFartherEndOne() {
        SizeLimits limits = new SizeLimits(8, 12, 14);
        assertThat(limits.cost(12)).isZero();
        assertThat(limits.cost(8)).isEqualTo(1);
        assertThat(limits.cost(14)).isEqualTo(0.25);
    }

    @Test
    void competenceIsWhatTheOneAimsAtAndTheOtherHasDoneBothWays() {
        assertThat(competence(
                        person("ann").aimingAt("export"),
                        person("bo").havingDone("export").aimingAt("export")))
                .as("one of two aims is met")
                .isEqualTo(0.5);
        assertThat(competence(
                        person("ann").aimingAt("export").havingDone("succession"),
                        person("bo").aimingAt("succession").havingDone("export")))
                .as("both are met")
                .isEqualTo(1);
        assertThat(competence(person("ann").aimingAt("export"), person("bo").aimingAt("export")))
                .as("none is met")
                .isZero();
        assertThat(competence(
                        person("ann").aimingAt("export", "succession"),
                        person("bo").havingDone("export")))
                .as("half of what ann aims at; bo aims at nothing, which counts half")
                .isEqualTo(0.5);
    }

    @Test
    void whoeverSatTogetherBeforeIsARepeatAndNobodyElse() {
        Map<Criterion, Double> values = values(
                person("ann").earlierIn("North"),
                person("bo").earlierIn("North"),
                person("cy").earlierIn("South"),
                person("di"));
        assertThat(values.get(Criterion.REPEATS)).as("one pair of six").isCloseTo(5 / 6.0, within(1e-9));
        assertThat(values(person("ann"), person("bo"))).as("nobody says").doesNotContainKey(Criterion.REPEATS);
    }

    @Test
    void aWishCountsOnlyWhenItIsMutual() {
        assertThat(values(person("ann").wishingFor("bo"), person("bo").wishingFor("ann")))
                .containsEntry(Criterion.WISHES, 1.0);
        assertThat(values(person("ann").wishingFor("bo"), person("bo"))).doesNotContainKey(Criterion.WISHES);
    }

    @Test
    void aloneIsWhoeverIsTheOnlyOneOfTheirKindAndWhoeverSaysNoneIsNot() {
        assertThat(values(
                                person("ann").ofKind("founder"),
                                person("bo").ofKind("founder"),
                                person("cy").ofKind("heir"))
                        .get(Criterion.ALONE))
                .isCloseTo(2 / 3.0, within(1e-9));
        assertThat(values(
                        person("ann").ofKind("founder"),
                        person("bo").ofKind("founder"),
                        person("cy").ofKind("heir"),
                        person("di").ofKind("heir")))
                .containsEntry(Criterion.ALONE, 1.0);
        assertThat(values(person("ann").ofKind("founder"), person("bo").ofKind("heir"), person("cy"), person("di"))
                        .get(Criterion.ALONE))
                .isEqualTo(0.5);
    }

    @Test
    void theWordsOfATitleGiveItsLevel() {
        assertThat(Leader.levelOf("Chief Executive")).hasValue(3);
        assertThat(Leader.levelOf("CFO")).hasValue(2);
        assertThat(Leader.levelOf("Vice President")).hasValue(1);
        assertThat(Leader.levelOf("Head of")).hasValue(0);
        assertThat(Leader.levelOf("Gardener")).isEmpty();
        assertThat(Leader.stageOf("Scale-up")).hasValue(1);
        assertThat(Leader.stageOf("teenage")).isEmpty();
    }

    private static double competence(Rosters.Person one, Rosters.Person other) {
        return Objects.requireNonNull(values(one, other).get(Criterion.COMPETENCE));
    }

    /// What each criterion says of a group of these people.
    private static Map<Criterion, Double> values(Rosters.Person... people) {
        Composer composer = Composer.of(Rosters.of(people), Rules.none(6), Weights.USUAL, new SizeLimits(2, 4, 6));
        Map<String, Integer> seats = Arrays.stream(people)
                .collect(Collectors.toMap(person -> person.leader().id(), person -> 1));
        return composer.arrange(seats).proposal().groups().getFirst().values();
    }
}
