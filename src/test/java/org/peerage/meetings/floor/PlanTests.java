package org.peerage.meetings.floor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.meetings.floor.MeetingFixture.at;
import static org.peerage.meetings.floor.MeetingFixture.item;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.peerage.meetings.items.Frame;

class PlanTests {

    private final List<Item> rest = List.of(
            item(1, MeetingFixture.UPDATES, 30, 15),
            item(2, MeetingFixture.ISSUE, 40, 25),
            item(3, Frame.CLOSE, 10, 10));

    @Test
    void staysAsPlannedWhenThereIsJustEnoughTime() {
        assertThat(minutes(Plan.of(rest, at(0), at(80)))).containsExactly(30, 40, 10);
    }

    @Test
    void stretchesNothingWhenTheGroupIsAhead() {
        var plan = Plan.of(rest, at(0), at(200));
        assertThat(minutes(plan)).containsExactly(30, 40, 10);
        assertThat(plan.end()).isEqualTo(at(80));
        assertThat(plan.over()).isEqualTo(Duration.ZERO);
    }

    @Test
    void pressesTheRestEvenlyByTheMinuteItIsBehind() {
        var plan = Plan.of(rest, at(0), at(79));
        assertThat(minutes(plan).stream().mapToInt(m -> m).sum()).isEqualTo(79);
        assertThat(plan.end()).isEqualTo(at(79));
        assertThat(minutes(Plan.of(rest, at(0), at(65)))).containsExactly(22, 33, 10);
    }

    @Test
    void pressesNoItemBelowItsLeastAndSaysHowFarOverItIs() {
        assertThat(Plan.of(rest, at(0), at(50)).over()).isEqualTo(Duration.ZERO);
        var plan = Plan.of(rest, at(0), at(49));
        assertThat(minutes(plan)).containsExactly(15, 25, 10);
        assertThat(plan.over()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void saysSoWhenTheEndHasPassedAlready() {
        assertThat(Plan.of(rest, at(90), at(80)).over()).isEqualTo(Duration.ofMinutes(60));
    }

    @Test
    void keepsMinutesThatWereSetBelowTheFormatsLeast() {
        assertThat(minutes(Plan.of(List.of(item(1, MeetingFixture.ISSUE, 5, 30)), at(0), at(1))))
                .containsExactly(5);
    }

    @Test
    void hasNothingToSuggestAfterTheLastItem() {
        assertThat(Plan.of(List.of(), at(61), at(60))).isEqualTo(new Plan(List.of(), at(61), Duration.ofMinutes(1)));
    }

    private static List<Integer> minutes(Plan plan) {
        return plan.suggestions().stream().map(Plan.Suggestion::minutes).toList();
    }
}
