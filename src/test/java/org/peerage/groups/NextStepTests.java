package org.peerage.groups;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.peerage.groups.NextStep.Urgency;

class NextStepTests {

    @Test
    void whatOthersWaitForComesBeforeWhatOnlyOneselfDoes() {
        assertThat(mostUrgent(Urgency.REST, Urgency.PREPARING, Urgency.DUE, Urgency.LIVE))
                .isEqualTo(Urgency.LIVE);
        assertThat(mostUrgent(Urgency.PREPARING, Urgency.DUE)).isEqualTo(Urgency.DUE);
        assertThat(mostUrgent(Urgency.PREPARING, Urgency.AGENDA)).isEqualTo(Urgency.AGENDA);
        assertThat(mostUrgent(Urgency.INVITING, Urgency.PREPARING)).isEqualTo(Urgency.PREPARING);
        assertThat(mostUrgent(Urgency.WAITING, Urgency.DATES)).isEqualTo(Urgency.DATES);
    }

    @Test
    void amongEqualsTheFirstGuestIsHeard() {
        var one = NextStep.waiting(Urgency.SEAT, "one.");
        var other = NextStep.to("/there", Urgency.SEAT, "other.");
        assertThat(NextStep.mostUrgent(Stream.of(one, other))).contains(one);
    }

    private static Urgency mostUrgent(Urgency... urgencies) {
        return NextStep.mostUrgent(Stream.of(urgencies).map(urgency -> NextStep.waiting(urgency, "step.")))
                .orElseThrow()
                .urgency();
    }
}
