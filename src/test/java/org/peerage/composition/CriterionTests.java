package org.peerage.composition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

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
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("it cannot read \"" + wrong + "\"");
        }
    }

    @Test
    void theBandIsReadAndImpossibleBandsAreRefused() {
        assertThat(GroupSize.parse("8:12:16")).isEqualTo(GroupSize.USUAL);
        for (String wrong : List.of("8:12", "12:8:16", "8:17:16", "1:2:3", "a:b:c", "")) {
            assertThatThrownBy(() -> GroupSize.parse(wrong)).isInstanceOf(Refusal.class);
        }
    }

    @Test
    void groupsAreCountedSoThatEverybodyFits() {
        assertThat(GroupSize.USUAL.groupsFor(7)).isZero();
        assertThat(GroupSize.USUAL.groupsFor(8)).isEqualTo(1);
        assertThat(GroupSize.USUAL.groupsFor(16)).isEqualTo(1);
        assertThat(GroupSize.USUAL.groupsFor(17)).isEqualTo(2);
        assertThat(new GroupSize(10, 12, 16).groupsFor(17)).isZero();
        assertThat(new GroupSize(10, 12, 16).groupsFor(20)).isEqualTo(2);
    }

    @Test
    void theTargetCostsNothingAndTheFartherEndOne() {
        GroupSize band = new GroupSize(8, 12, 14);
        assertThat(band.cost(12)).isZero();
        assertThat(band.cost(8)).isEqualTo(1);
        assertThat(band.cost(14)).isEqualTo(0.25);
    }

    @Test
    void placesAndZonesGiveTheirHours() {
        assertThat(Zones.ofPlace("Austin, TX, USA")).isEqualTo(OptionalDouble.of(-6));
        assertThat(Zones.ofPlace("San Francisco, CA, USA")).isEqualTo(OptionalDouble.of(-8));
        assertThat(Zones.ofPlace("Bengaluru, KA, India")).isEqualTo(OptionalDouble.of(5.5));
        assertThat(Zones.ofPlace("Remote")).isEmpty();
        assertThat(Zones.ofPlace("")).isEmpty();
        assertThat(Zones.ofName("Europe/Oslo")).isEqualTo(OptionalDouble.of(1));
        assertThat(Zones.ofName("UTC+2")).isEqualTo(OptionalDouble.of(2));
        assertThat(Zones.ofName("Middle-earth")).isEmpty();
        assertThat(Zones.apart(12, -10)).isEqualTo(2);
    }
}
