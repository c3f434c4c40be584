package org.peerage.breach;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.peerage.ballots.BallotRule;
import org.peerage.groups.CharterTerms;

/// The whole table: every act from every state, and what is not in it is refused.
class ActTests {

    @Test
    void theEndOfAMembershipIsDecidedByTheChartersOwnRule() {
        var terms = new CharterTerms(1, true, Map.of("breachBallot", "unanimous", "deciding", "majority"), Map.of());
        assertThat(Verdict.EXIT.rule(terms)).isEqualTo(BallotRule.UNANIMOUS);
        assertThat(Verdict.EXIT.rule(new CharterTerms(1, true, Map.of("breachBallot", "majority"), Map.of())))
                .isEqualTo(BallotRule.MAJORITY);
        assertThat(Verdict.REPAIR.rule(terms)).isEqualTo(BallotRule.MAJORITY);
    }

    @Test
    void whatIsNotInTheTableMovesNothing() {
        var table = Arrays.stream(State.values())
                .flatMap(state -> Arrays.stream(Act.values())
                        .flatMap(act ->
                                act.after(state).stream().map(to -> state.key() + " " + act.key() + " " + to.key())))
                .collect(Collectors.toSet());
        assertThat(table)
                .containsExactlyInAnyOrder(
                        "contained heard heard",
                        "contained veto contained",
                        "heard hearing hearing",
                        "heard veto heard",
                        "heard settled decided",
                        "hearing veto heard",
                        "hearing vote voting",
                        "voting decided decided",
                        "voting failed hearing",
                        "decided repaired repaired",
                        "decided closed closed",
                        "repaired pulse repaired",
                        "repaired closed closed",
                        "contained taken-over contained",
                        "heard taken-over heard",
                        "hearing taken-over hearing",
                        "voting taken-over voting",
                        "decided taken-over decided",
                        "repaired taken-over repaired");
    }
}
