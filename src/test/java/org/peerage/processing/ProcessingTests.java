package org.peerage.processing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.peerage.processing.Protocol.By;
import org.peerage.processing.Protocol.Capture;
import org.peerage.processing.Protocol.Speaker;

/// What is right in which state, by whom, and what must be there first.
class ProcessingTests {

    private static final Instant NOW = Instant.parse("2026-03-04T18:00:00Z");

    private static final Protocol THREE = new Protocol(
            "walks",
            "three",
            Set.of(),
            2,
            List.of(
                    step(
                            "look",
                            3,
                            List.of(),
                            List.of(new Capture("note", By.ANYBODY), new Capture("real", By.PRESENTER))),
                    step("walk", 5, List.of(new Requirement.Has("real")), List.of(new Capture("route", By.LEADER))),
                    step("rest", 2, List.of(), List.of(new Capture("note", By.ANYBODY)))),
            List.of(new Requirement.Any(
                    "outcome", List.of(new Requirement.Has("route"), new Requirement.Fact("is-home")))));

    private static final Processing AHEAD = new Processing.NotBegun(THREE);
    private static final Processing OVER = new Processing.Ended(THREE);

    /// What somebody is in this; whoever presents may lead as well.
    enum Who {
        PRESENTER(true, false),
        LEADER(false, true),
        BOTH(true, true),
        NEITHER(false, false);

        private final boolean presents;
        private final boolean leads;

        Who(boolean presents, boolean leads) {
            this.presents = presents;
            this.leads = leads;
        }

        private Processing.By by() {
            return new Processing.By(presents, leads);
        }
    }

    @ParameterizedTest
    @EnumSource(Who.class)
    void whoeverLeadsBegins(Who who) {
        var decision = decide(AHEAD, new Act.Begin(), who);
        if (who.leads) {
            assertThat(decision).isEqualTo(new Decision.At(at(0, 3)));
        } else {
            assertThat(decision).isEqualTo(new Decision.Refused(Refusal.NOT_LEADING));
        }
    }

    @ParameterizedTest
    @EnumSource(Who.class)
    void beforeTheBeginningNothingElseIsRight(Who who) {
        for (var act : List.of(new Act.Move(0, 1), new Act.Write("note"), new Act.End())) {
            assertThat(decide(AHEAD, act, who)).isEqualTo(new Decision.Refused(Refusal.NOT_BEGUN));
        }
    }

    @ParameterizedTest
    @EnumSource(Who.class)
    void afterTheEndNothingIsRight(Who who) {
        for (var act : List.of(new Act.Begin(), new Act.Move(2, 1), new Act.Write("note"), new Act.End())) {
            assertThat(decide(OVER, act, who, "real", "route")).isEqualTo(new Decision.Refused(Refusal.ENDED));
        }
    }

    @ParameterizedTest
    @EnumSource(Who.class)
    void whoeverLeadsGoesOneStepOnOrBack(Who who) {
        var on = decide(at(0, 3), new Act.Move(0, 1), who, "real");
        var back = decide(at(1, 5), new Act.Move(1, 0), who);
        if (who.leads) {
            assertThat(on).isEqualTo(new Decision.At(at(1, 5)));
            assertThat(back).as("there is no gate on the way back").isEqualTo(new Decision.At(at(0, 3)));
        } else {
            assertThat(List.of(on, back)).containsOnly(new Decision.Refused(Refusal.NOT_LEADING));
        }
    }

    @Test
    void aStepIsNeverLeftOutAndNoneLiesBeyondTheLast() {
        var refused = new Decision.Refused(Refusal.NOT_NEXT);
        assertThat(decide(at(0, 3), new Act.Move(0, 2), Who.LEADER, "real")).isEqualTo(refused);
        assertThat(decide(at(0, 3), new Act.Move(0, 0), Who.LEADER)).isEqualTo(refused);
        assertThat(decide(at(0, 3), new Act.Move(0, -1), Who.LEADER)).isEqualTo(refused);
        assertThat(decide(at(2, 2), new Act.Move(2, 3), Who.LEADER)).isEqualTo(refused);
    }

    @Test
    void ofTwoWhoMoveTheGroupTheSecondIsTold() {
        var moved = new Decision.Refused(Refusal.MOVED);
        assertThat(decide(at(1, 5), new Act.Move(0, 1), Who.LEADER)).isEqualTo(moved);
        assertThat(decide(at(1, 5), new Act.Begin(), Who.LEADER)).isEqualTo(moved);
        assertThat(decide(at(1, 5), new Act.Begin(), Who.PRESENTER))
                .isEqualTo(new Decision.Refused(Refusal.NOT_LEADING));
    }

    @Test
    void aGateHoldsUntilWhatItAsksForIsThere() {
        assertThat(decide(at(0, 3), new Act.Move(0, 1), Who.LEADER, "note"))
                .isEqualTo(new Decision.Held(new Requirement.Has("real")));
        assertThat(decide(at(0, 3), new Act.Move(0, 1), Who.LEADER, "real")).isEqualTo(new Decision.At(at(1, 5)));
    }

    @ParameterizedTest
    @EnumSource(Who.class)
    void eachWritesWhatTheStepLetsThemWrite(Who who) {
        assertThat(decide(at(0, 3), new Act.Write("note"), who)).isEqualTo(new Decision.Written(0));
        assertThat(decide(at(0, 3), new Act.Write("real"), who))
                .isEqualTo(who.presents ? new Decision.Written(0) : new Decision.Refused(Refusal.NOT_YOURS));
        assertThat(decide(at(1, 5), new Act.Write("route"), who))
                .isEqualTo(who.leads ? new Decision.Written(1) : new Decision.Refused(Refusal.NOT_YOURS));
        assertThat(decide(at(1, 5), new Act.Write("note"), who)).isEqualTo(new Decision.Refused(Refusal.NOT_NOW));
    }

    @ParameterizedTest
    @EnumSource(Who.class)
    void whoeverLeadsOrPresentsEndsItAtTheLastStepWithAnOutcome(Who who) {
        var end = new Act.End();
        if (who == Who.NEITHER) {
            assertThat(decide(at(2, 2), end, who, "route")).isEqualTo(new Decision.Refused(Refusal.NOT_LEADING));
        } else {
            assertThat(decide(at(1, 5), end, who, "route")).isEqualTo(new Decision.Refused(Refusal.NOT_LAST));
            assertThat(decide(at(2, 2), end, who))
                    .isEqualTo(new Decision.Held(THREE.end().getFirst()));
            assertThat(decide(at(2, 2), end, who, "route")).isEqualTo(new Decision.Over(new Processing.Ended(THREE)));
        }
    }

    @Test
    void aFactOfAnotherModuleWillDo() {
        var present = new Requirement.Present(Set.of(), "is-home"::equals);
        assertThat(at(2, 2).decide(new Act.End(), Who.PRESENTER.by(), present, NOW))
                .isEqualTo(new Decision.Over(new Processing.Ended(THREE)));
    }

    @Test
    void aListeningProtocolForbidsAdviceInEveryStep() {
        var silent = step("hear", 2, List.of(), List.of(), Protocol.Forbidden.ADVICE);
        assertThat(new Protocol("walks", "a", Set.of(), 2, List.of(silent, silent), List.of()).forbidsAdvice())
                .isTrue();
        var open = step("talk", 2, List.of(), List.of(), Protocol.Forbidden.QUESTIONS);
        assertThat(new Protocol("walks", "b", Set.of(), 2, List.of(silent, open), List.of()).forbidsAdvice())
                .isFalse();
    }

    private static Decision decide(Processing state, Act act, Who who, String... written) {
        return state.decide(act, who.by(), new Requirement.Present(Set.of(written), fact -> false), NOW);
    }

    private static Processing.AtStep at(int step, int minutes) {
        return new Processing.AtStep(THREE, step, NOW.plus(Duration.ofMinutes(minutes)));
    }

    private static Protocol.Step step(
            String key,
            int minutes,
            List<Requirement> before,
            List<Capture> captures,
            Protocol.Forbidden... forbidden) {
        return new Protocol.Step(
                key, new Protocol.Minutes(1, minutes, 9), Speaker.GROUP_OPEN, Set.of(forbidden), captures, before);
    }
}
