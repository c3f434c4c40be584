package org.peerage.meetings.floor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.meetings.floor.MeetingFixture.NINE;
import static org.peerage.meetings.floor.MeetingFixture.at;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CountdownTests {

    private final Countdown.Running fiveMinutes = Countdown.start(NINE, Duration.ofMinutes(5));

    @Test
    void endsAtAnInstantAndNotAfterADuration() {
        assertThat(fiveMinutes).isEqualTo(new Countdown.Running(Duration.ZERO, NINE, at(5)));
    }

    @Test
    void isNotOverAtTheEndAndOverOneMillisecondLater() {
        assertThat(fiveMinutes.isOver(at(5))).isFalse();
        assertThat(fiveMinutes.isOver(at(5).plusMillis(1))).isTrue();
    }

    @Test
    void keepsWhatWasLeftWhilePaused() {
        var stopped = fiveMinutes.stop(at(2));
        assertThat(stopped).isEqualTo(new Countdown.Stopped(Duration.ofMinutes(2), Duration.ofMinutes(3)));
        assertThat(stopped.left(at(50))).isEqualTo(Duration.ofMinutes(3));
        assertThat(stopped.running(at(50))).isEqualTo(new Countdown.Running(Duration.ofMinutes(2), at(50), at(53)));
    }

    @Test
    void countsWhatWasSpentOverPauses() {
        assertThat(fiveMinutes.stop(at(2)).running(at(50)).spent(at(51))).isEqualTo(Duration.ofMinutes(3));
    }

    @Test
    void pausesInOverRunAndStaysOver() {
        var stopped = fiveMinutes.stop(at(7));
        assertThat(stopped.left()).isEqualTo(Duration.ofMinutes(-2));
        assertThat(stopped.running(at(20)).isOver(at(20))).isTrue();
    }

    @Test
    void extendsTheEndWhetherItRunsOrNot() {
        assertThat(fiveMinutes.extend(Duration.ofMinutes(1)).endsAt()).isEqualTo(at(6));
        assertThat(fiveMinutes.stop(at(2)).extend(Duration.ofMinutes(5)).left()).isEqualTo(Duration.ofMinutes(8));
    }

    @Test
    void spendsNoNegativeTimeWhenTheClockIsSetBack() {
        assertThat(fiveMinutes.spent(NINE.minusSeconds(30))).isEqualTo(Duration.ZERO);
        assertThat(fiveMinutes.stop(NINE.minusSeconds(30)).spent()).isEqualTo(Duration.ZERO);
    }

    @Test
    void resumingWhatRunsChangesNothing() {
        assertThat(fiveMinutes.running(at(3))).isEqualTo(fiveMinutes);
    }
}
