package org.peerage.issues;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LookBackTests {

    private static final ZoneId ZONE = ZoneId.of("Europe/Lisbon");
    private static final Instant CLOSED = Instant.parse("2026-03-10T22:30:00Z");

    private static Optional<LookBack> after(int days, LookBack... said) {
        return LookBack.open(CLOSED, Set.of(said), CLOSED.plus(Duration.ofDays(days)), ZONE);
    }

    @Test
    void nobodyIsAskedBeforeAMonthHasPassed() {
        assertThat(after(29)).isEmpty();
        assertThat(after(30)).contains(LookBack.MONTH);
    }

    @Test
    void whoeverHasAnsweredIsAskedAgainAfterThree() {
        assertThat(after(40, LookBack.MONTH)).isEmpty();
        assertThat(after(90, LookBack.MONTH)).contains(LookBack.QUARTER);
        assertThat(after(90, LookBack.MONTH, LookBack.QUARTER)).isEmpty();
    }

    @Test
    void whoeverWasAwayIsAskedOnce() {
        assertThat(after(95)).contains(LookBack.QUARTER);
        assertThat(after(95, LookBack.QUARTER)).isEmpty();
    }

    @Test
    void theQuestionLeavesTheFirstPageAfterAWhile() {
        assertThat(LookBack.QUARTER.asks(CLOSED, CLOSED.plus(Duration.ofDays(149)), ZONE))
                .isTrue();
        assertThat(LookBack.QUARTER.asks(CLOSED, CLOSED.plus(Duration.ofDays(150)), ZONE))
                .isFalse();
    }
}
