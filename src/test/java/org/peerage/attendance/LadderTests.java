package org.peerage.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.peerage.tenancy.PersonId;

/// What is due follows from the charter's numbers, and nothing else can be taken.
class LadderTests {

    private static final Instant START = Instant.parse("2026-01-05T09:00:00Z");
    private static final PersonId ADA = new PersonId(new UUID(0, 1));
    private static final PersonId CHAIR = new PersonId(new UUID(0, 2));

    @ParameterizedTest
    @CsvSource({
        "false, -1, false, false, false, MISSED, 2",
        "false, 0, false, false, false, THERE, 0",
        "false, 30, true, false, false, LATE, 1",
        "false, 31, true, false, false, VERY_LATE, 2",
        "false, 0, false, true, false, LEFT_EARLY, 1",
        "false, 5, true, true, false, BOTH, 2",
        "false, 31, true, true, false, VERY_LATE, 2",
        "false, -1, false, false, true, EXCUSED, 0",
        "false, 5, true, true, true, EXCUSED, 0",
        "true, -1, false, false, false, ON_LEAVE, 0",
        "true, 5, true, true, true, ON_LEAVE, 0",
    })
    void aMeetingCountsInHalves(
            boolean away, int minutes, boolean late, boolean early, boolean excused, Presence.Count count, int halves) {
        var one = presence(0, minutes, late, early, excused, away);
        assertThat(one.count(Duration.ofMinutes(30))).isEqualTo(count);
        assertThat(count.halves()).isEqualTo(halves);
    }

    /// Meetings: M missed, L late, T there, X excused; N, C, G, V: that step was taken then.
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "2, TTTT, -",
                "2, MT, -",
                "2, ML, -",
                "2, MLL, NUDGE",
                "2, MM, NUDGE",
                "2, MXMX, NUDGE",
                "2, MML, CALL",
                "2, MMM, CALL",
                "2, MMN, -",
                "2, MMNT, -",
                "2, MMNL, CALL",
                "2, MMML, CALL",
                "2, MMMC, -",
                "2, MMMCTTX, -",
                "2, MMMCL, TALK",
                "2, MMNMCM, TALK",
                "2, MMNMCMG, -",
                "2, MMNMCMGT, -",
                "2, MMNMCMGL, VOTE",
                "2, MMNMCMGMV, -",
                "2, MMNMCMGMVMM, -",
                "2, MCM, -",
                "0, T, -",
                "0, L, CALL",
                "1, M, NUDGE",
            })
    void theStepsComeOneAfterTheOther(int tolerated, String story, Step due) {
        var ladder = ladder(tolerated, story);
        assertThat(ladder.due()).isEqualTo(Optional.ofNullable(due));
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void whatIsNotDueIsRefusedAndWhatWasTakenLastWasTaken(Step step) {
        for (var story : List.of("T", "MM", "MMM", "MMN", "MMMC", "MMMCM", "MMMCMG", "MMMCMGM", "MMMCMGMV")) {
            var ladder = ladder(2, story);
            var last = ladder.last().map(Ladder.Taken::step);
            var expected = ladder.due().equals(Optional.of(step))
                    ? Ladder.Answer.TAKES
                    : last.equals(Optional.of(step)) ? Ladder.Answer.TAKEN : Ladder.Answer.NOT_DUE;
            assertThat(ladder.answer(step)).as(story).isEqualTo(expected);
        }
        assertThat(ladder(2, "T").answer(step)).isEqualTo(Ladder.Answer.NOT_DUE);
    }

    @Test
    void aLeaveKnowsFourActsAndNoOthers() {
        for (var state : Leave.State.values()) {
            var acts = EnumSet.noneOf(Leave.Act.class);
            for (var act : Leave.Act.values()) {
                if (act.from(state)) {
                    acts.add(act);
                }
            }
            assertThat(acts)
                    .as(state.key())
                    .isEqualTo(
                            switch (state) {
                                case ASKED -> EnumSet.of(Leave.Act.AGREE, Leave.Act.DECLINE, Leave.Act.TAKE_BACK);
                                case AGREED -> EnumSet.of(Leave.Act.RETURN);
                                case DECLINED, TAKEN_BACK, ENDED -> EnumSet.noneOf(Leave.Act.class);
                            });
        }
    }

    private static Ladder ladder(int tolerated, String story) {
        var held = new ArrayList<Presence>();
        var taken = new ArrayList<Ladder.Taken>();
        for (var at = 0; at < story.length(); at++) {
            switch (story.charAt(at)) {
                case 'M' -> held.add(presence(at, -1, false, false, false, false));
                case 'L' -> held.add(presence(at, 2, true, false, false, false));
                case 'X' -> held.add(presence(at, -1, false, false, true, false));
                case 'N' -> taken.add(taken(at, Step.NUDGE, taken.size()));
                case 'C' -> taken.add(taken(at, Step.CALL, taken.size()));
                case 'G' -> taken.add(taken(at, Step.TALK, taken.size()));
                case 'V' -> taken.add(taken(at, Step.VOTE, taken.size()));
                default -> held.add(presence(at, 0, false, false, false, false));
            }
        }
        return new Ladder(
                ADA, new Policy("words", tolerated, Duration.ofMinutes(30), 1, Optional.empty()), held, taken);
    }

    private static Ladder.Taken taken(int week, Step step, int before) {
        return new Ladder.Taken(
                new UUID(1, week), ADA, before + 1, step, CHAIR, START.plus(Duration.ofDays(7L * week)));
    }

    private static Presence presence(
            int week, int minutes, boolean late, boolean early, boolean excused, boolean away) {
        return new Presence(
                new UUID(2, week),
                ADA,
                START.plus(Duration.ofDays(7L * week)),
                ZoneOffset.UTC,
                minutes < 0 ? Optional.empty() : Optional.of(Duration.ofMinutes(minutes)),
                late,
                early,
                excused,
                away);
    }
}
