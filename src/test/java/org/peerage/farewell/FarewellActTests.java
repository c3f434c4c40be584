package org.peerage.farewell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A farewell goes by its table, and nothing that is not in it is done.
class FarewellActTests {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "HEAR, TOLD, HEARD",
                "HEAR, HEARD, -",
                "HEAR, ANNOUNCED, -",
                "HEAR, STAYED, -",
                "HEAR, GONE, -",
                "ANNOUNCE, TOLD, ANNOUNCED",
                "ANNOUNCE, HEARD, ANNOUNCED",
                "ANNOUNCE, ANNOUNCED, -",
                "ANNOUNCE, STAYED, -",
                "ANNOUNCE, GONE, -",
                "MOVE, TOLD, TOLD",
                "MOVE, HEARD, HEARD",
                "MOVE, ANNOUNCED, ANNOUNCED",
                "MOVE, STAYED, -",
                "MOVE, GONE, -",
                "STAY, TOLD, STAYED",
                "STAY, HEARD, STAYED",
                "STAY, ANNOUNCED, STAYED",
                "STAY, STAYED, -",
                "STAY, GONE, -",
                "GO, TOLD, GONE",
                "GO, HEARD, GONE",
                "GO, ANNOUNCED, GONE",
                "GO, STAYED, -",
                "GO, GONE, -",
            })
    void anActLeadsOnOrIsRefused(Act act, Stage from, Stage to) {
        assertThat(act.after(from)).isEqualTo(Optional.ofNullable(to));
    }

    @Test
    void whatIsOverIsOverAndNoFormLetsAnybodyOut() {
        for (var stage : Stage.values()) {
            var acts = EnumSet.allOf(Act.class);
            acts.removeIf(act -> act.after(stage).isEmpty());
            assertThat(acts.isEmpty()).as(stage.key()).isEqualTo(!stage.open());
        }
        assertThat(Act.of("go")).isEmpty();
        assertThat(Act.of("stay")).contains(Act.STAY);
    }
}
