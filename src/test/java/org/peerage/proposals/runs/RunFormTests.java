package org.peerage.proposals.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peerage.composition.Criterion;
import org.peerage.composition.SizeLimits;
import org.peerage.proposals.people.Rosters;
import org.peerage.web.Message;

class RunFormTests {

    @Test
    void whatIsUsualCanBeAskedAsItIs() {
        var command = command(Map.of());

        assertThat(command.size()).isEqualTo(SizeLimits.USUAL);
        assertThat(RunForm.usual().choice()).isEqualTo(Rosters.Choice.EVERYBODY_FREE);
        assertThat(command.hoursApart()).isEqualTo(6);
        assertThat(command.kilometres()).isEmpty();
        assertThat(command.competitors()).isTrue();
        assertThat(command.effort()).isEqualTo(new RunRequest.Effort(30, 1, 1, OptionalLong.empty()));
        for (var criterion : WeightPreset.ASKED) {
            assertThat(command.weights().of(criterion)).as(criterion.word()).isEqualTo(criterion.usualWeight());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "smallest,1,size",
        "smallest,13,size",
        "target,17,size",
        "largest,25,size",
        "largest,twelve,size",
        "hours,-1,hours",
        "hours,13,hours",
        "hours,some,hours",
        "kilometres,0,kilometres",
        "kilometres,far,kilometres",
        "seconds,0,seconds",
        "seconds,3601,seconds",
        "seconds,1.5,seconds",
        "threads,0,threads",
        "threads,1000,threads",
        "seed,one,seed",
        "iterations,0,iterations",
    })
    void whatCannotBeIsSaidBesideItsField(String field, String typed, String wrong) {
        assertThat(parsed(Map.of(field, typed)))
                .isInstanceOfSatisfying(
                        RunForm.Parsed.Invalid.class,
                        invalid -> assertThat(invalid.wrong()).containsOnlyKeys(wrong));
    }

    @Test
    void whatJustCanBeIsTaken() {
        var command = command(Map.of(
                "smallest",
                "2",
                "target",
                "2",
                "largest",
                "24",
                "hours",
                "12",
                "kilometres",
                "1,5",
                "seconds",
                "3600"));

        assertThat(command.size()).isEqualTo(new SizeLimits(2, 2, 24));
        assertThat(command.hoursApart()).isEqualTo(12);
        assertThat(command.kilometres()).isEqualTo(OptionalDouble.of(1.5));
        assertThat(command(Map.of("hours", "")).hoursApart()).isInfinite();
    }

    @Test
    void somethingHasToMatter() {
        var nothing = new HashMap<String, String>();
        WeightPreset.ASKED.forEach(criterion -> nothing.put("weight-" + criterion.word(), "0"));

        assertThat(parsed(nothing))
                .isInstanceOfSatisfying(
                        RunForm.Parsed.Invalid.class,
                        invalid -> assertThat(invalid.wrong()).containsOnlyKeys("weights"));
    }

    @Test
    void aMixtureChangesTheWeightsAndKeepsTheRest() {
        var typed = new HashMap<>(RunForm.usual().typed());
        typed.put("words", "robotics");
        typed.put("preset", "wide");
        var form = RunForm.of(typed);

        assertThat(form.value("words")).isEqualTo("robotics");
        assertThat(form.weight(Criterion.INDUSTRY)).isEqualTo(30);
        assertThat(form.weight(Criterion.EXPERIENCE)).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "0,0,0",
        "7,0,0",
        "8,1,0",
        "16,1,0",
        "17,2,0",
        "24,2,0",
        "30,3,0",
        "4021,335,0",
    })
    void theTallySaysHowManyGroupsThereWouldBe(int people, int groups, int left) {
        var tally = new RunTally(people, Optional.of(SizeLimits.USUAL));

        assertThat(tally.groups()).isEqualTo(groups);
        assertThat(people < 8 ? 0 : tally.left()).isEqualTo(left);
    }

    @Test
    void peopleWhoDoNotComeOutEvenAreCounted() {
        var tally = new RunTally(17, Optional.of(new SizeLimits(8, 8, 8)));

        assertThat(tally.groups()).isEqualTo(2);
        assertThat(tally.left()).isEqualTo(1);
        assertThat(tally.problem()).isEmpty();
        assertThat(tally.line()).isEqualTo(Message.of("proposals.new.tally.left", 17, 2, 1));
        assertThat(new RunTally(7, Optional.of(SizeLimits.USUAL)).problem())
                .contains(Message.of("proposals.new.wrong.few", 7, 8));
        assertThat(new RunTally(0, Optional.empty()).problem()).contains(Message.of("proposals.new.wrong.nobody"));
    }

    private static RunForm.Parsed parsed(Map<String, String> changes) {
        var typed = new HashMap<>(RunForm.usual().typed());
        typed.putAll(changes);
        return new RunForm(typed).parse();
    }

    private static RunForm.Command command(Map<String, String> changes) {
        return switch (parsed(changes)) {
            case RunForm.Parsed.Valid(var command) -> command;
            case RunForm.Parsed.Invalid(var wrong) -> throw new AssertionError(wrong);
        };
    }
}
