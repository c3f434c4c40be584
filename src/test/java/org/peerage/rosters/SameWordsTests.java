package org.peerage.rosters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SameWordsTests {

    @Test
    void oneIsOneHoweverItIsWritten() {
        for (var written : List.of("Health Care", "health-care", " HEALTH  care ", "Héalth/Care")) {
            assertThat(SameWords.of(written)).isEqualTo("health care");
        }
        assertThat(SameWords.of("Fern & Sons")).isEqualTo(SameWords.of("fern and sons"));
        assertThat(SameWords.of("C++")).isNotEqualTo(SameWords.of("C"));
        assertThat(SameWords.of("C#")).isNotEqualTo(SameWords.of("C"));
        assertThat(SameWords.of(" - ")).isEmpty();
    }
}
