package org.peerage.proposals.seats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ComparisonTests {

    @Test
    void otherNumbersForTheSameGroupsAreNoDifference() {
        var comparison =
                Comparison.of(Map.of("ann", 1, "bo", 1, "cy", 2, "di", 2), Map.of("ann", 7, "bo", 7, "cy", 1, "di", 1));

        assertThat(comparison.elsewhere()).isEmpty();
        assertThat(comparison.onlyOne()).isZero();
        assertThat(comparison.onlyOther()).isZero();
    }

    @Test
    void whoeverLeftMostOfTheirCompanyIsElsewhere() {
        var comparison = Comparison.of(
                Map.of("ann", 1, "bo", 1, "cy", 1, "di", 2, "ed", 2, "flo", 2),
                Map.of("ann", 1, "bo", 1, "cy", 2, "di", 2, "ed", 2, "flo", 1));

        assertThat(comparison.elsewhere())
                .containsExactly(
                        new Comparison.Elsewhere("cy", 1, 2, 2, 0), new Comparison.Elsewhere("flo", 2, 1, 2, 0));
    }

    @Test
    void whoeverHasASeatInOneAloneIsCountedAndNotElsewhere() {
        var comparison = Comparison.of(Map.of("ann", 1, "bo", 1), Map.of("ann", 4, "cy", 4));

        assertThat(comparison.elsewhere()).isEmpty();
        assertThat(comparison.onlyOne()).isEqualTo(1);
        assertThat(comparison.onlyOther()).isEqualTo(1);
    }

    @Test
    void theMostAlikeGroupsAreCounterpartsFirst() {
        var comparison = Comparison.of(
                Map.of("ann", 1, "bo", 1, "cy", 1, "di", 2, "ed", 2, "flo", 2, "gus", 2),
                Map.of("ann", 1, "bo", 1, "cy", 2, "di", 1, "ed", 1, "flo", 1, "gus", 2));

        assertThat(comparison.elsewhere()).extracting(Comparison.Elsewhere::who).containsExactly("gus", "ann", "bo");
        assertThat(comparison.elsewhere())
                .extracting(Comparison.Elsewhere::same)
                .containsExactly(0, 1, 1);
    }
}
