package org.peerage.ballots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// What passes, and which way a ballot may go.
class BallotRuleTests {

    @ParameterizedTest
    @CsvSource({
        "UNANIMOUS, 5, 0, 0, 5, true",
        "UNANIMOUS, 4, 0, 0, 5, false",
        "UNANIMOUS, 4, 0, 1, 5, false",
        "UNANIMOUS, 0, 0, 0, 0, false",
        "TWO_THIRDS, 4, 2, 0, 6, true",
        "TWO_THIRDS, 3, 0, 0, 6, false",
        "TWO_THIRDS, 5, 2, 0, 7, true",
        "TWO_THIRDS, 4, 3, 0, 7, false",
        "MAJORITY, 3, 3, 0, 6, false",
        "MAJORITY, 4, 2, 0, 6, true",
        "MAJORITY, 4, 0, 0, 7, true",
        "MAJORITY, 3, 0, 0, 7, false",
        "ONE_OBJECTION, 1, 0, 0, 7, true",
        "ONE_OBJECTION, 6, 1, 0, 7, false",
        "CONSENT, 0, 0, 2, 7, true",
        "CONSENT, 6, 1, 0, 7, false"
    })
    void decides(BallotRule rule, int yes, int no, int aside, int voters, boolean passes) {
        assertThat(rule.passes(new Tally("", yes, no, aside), voters)).isEqualTo(passes);
    }

    @ParameterizedTest
    @EnumSource(BallotRule.class)
    void isFoundByTheNameThatTheCharterHasForIt(BallotRule rule) {
        assertThat(BallotRule.of(rule.key())).isEqualTo(rule);
        assertThatThrownBy(() -> BallotRule.of("whoever shouts")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aBallotGoesOnAndNeverBack() {
        var table = Map.of(
                BallotState.OPEN, Set.of(BallotState.CLOSED, BallotState.WITHDRAWN),
                BallotState.CLOSED, Set.of(BallotState.PASSED, BallotState.FAILED),
                BallotState.PASSED, Set.<BallotState>of(),
                BallotState.FAILED, Set.<BallotState>of(),
                BallotState.WITHDRAWN, Set.<BallotState>of());
        for (var from : BallotState.values()) {
            assertThat(from.next()).isEqualTo(table.get(from));
        }
    }
}
