package org.peerage.issues;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.peerage.groups.GroupId;
import org.peerage.rooms.RoomId;
import org.peerage.tenancy.PersonId;
import org.peerage.web.Message;
import org.peerage.web.Outcome;

/// What an issue is, and what is right in each of its states.
class IssueTests {

    private static final Instant NOW = Instant.parse("2026-03-04T18:00:00Z");
    private static final PersonId ADA = new PersonId(new UUID(1, 1));
    private static final PersonId NOOR = new PersonId(new UUID(1, 2));
    private static final Issue.Preparation WHAT = new Issue.Preparation(
            new IssueId(new UUID(2, 1)),
            new GroupId(new UUID(3, 1)),
            new RoomId("r".repeat(43)),
            ADA,
            IssueKind.DECISION,
            "five-steps",
            36,
            new UUID(4, 1));

    @Test
    void whatIsPreparedCanBecomeAnotherKindWorkedOnInAnotherWay() {
        var changed = WHAT.as(IssueKind.SETBACK, "listening", 20);
        assertThat(changed.preparation().kind()).isEqualTo(IssueKind.SETBACK);
        assertThat(changed.preparation().protocol()).isEqualTo("listening");
        assertThat(changed.preparation().minutes()).isEqualTo(20);
        assertThat(changed.id()).isEqualTo(WHAT.id());
        assertThat(changed.preparation().stated()).isEqualTo(WHAT.stated());
    }

    @Test
    void whatItWasWorthIsSaidOnceByItsPresenterAndByNobodyElse() {
        var closed = new Issue.AtWork(WHAT).close(NOW);
        assertThat(closed.say(9, ADA)).isEqualTo(Outcome.done());
        assertThat(closed.say(9, NOOR)).isEqualTo(new Outcome.Refused(Message.of("issues.refused.value")));
        var valued = new Issue.Closed(WHAT, NOW, 9);
        assertThat(valued.say(9, ADA)).isEqualTo(Outcome.done());
        assertThat(valued.say(3, ADA)).isEqualTo(new Outcome.Refused(Message.of("issues.refused.valued", 9)));
    }
}
