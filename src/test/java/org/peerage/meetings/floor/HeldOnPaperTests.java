package org.peerage.meetings.floor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.meetings.floor.MeetingFixture.CHAIR;
import static org.peerage.meetings.floor.MeetingFixture.IDA;
import static org.peerage.meetings.floor.MeetingFixture.JONAS;
import static org.peerage.meetings.floor.MeetingFixture.MARA;
import static org.peerage.meetings.floor.MeetingFixture.MEMBER;
import static org.peerage.meetings.floor.MeetingFixture.OTHER;
import static org.peerage.meetings.floor.MeetingFixture.at;
import static org.peerage.meetings.floor.MeetingFixture.planned;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.peerage.tenancy.PersonId;

/// What a chair may say of a meeting afterwards: the truth as far as the calendar knows it.
class HeldOnPaperTests {

    private static final Instant LATER = at(300);

    @Test
    void onlyWhoeverMayLeadSaysThatItWasHeld() {
        var held = held(at(0), at(60), MARA);
        assertThat(planned().refuses(held, CHAIR, 3, LATER)).isEmpty();
        assertThat(planned().refuses(held, MEMBER, 3, LATER))
                .as("the deputy named for it")
                .isEmpty();
        assertThat(planned().refuses(held, OTHER, 3, LATER)).contains(Refusal.NOT_CHAIR);
    }

    @Test
    void notBeforeItsTimeIsOverAndNotFromAnOlderPage() {
        var held = held(at(0), at(59), MARA);
        assertThat(planned().refuses(held, CHAIR, 3, at(59))).contains(Refusal.NOT_PASSED);
        assertThat(planned().refuses(held, CHAIR, 3, at(60))).isEmpty();
        assertThat(planned().refuses(held, CHAIR, 2, LATER)).contains(Refusal.STALE);
    }

    @Test
    void itsTimesAreInOrderNearTheDateAndOver() {
        for (var wrong : List.of(
                held(at(60), at(60), MARA),
                held(at(60), at(0), MARA),
                held(at(0), at(301), MARA),
                held(at(-24 * 60 - 1), at(60), MARA))) {
            assertThat(planned().refuses(wrong, CHAIR, 3, LATER)).contains(Refusal.TIMES);
        }
        assertThat(planned().refuses(held(at(24 * 60 + 1), at(25 * 60), MARA), CHAIR, 3, at(9000)))
                .contains(Refusal.TIMES);
        assertThat(planned().refuses(held(at(0), at(3 * 24 * 60 + 1), MARA), CHAIR, 3, at(9000)))
                .contains(Refusal.TIMES);
    }

    @Test
    void somebodyWasThere() {
        assertThat(planned().refuses(held(at(0), at(60)), CHAIR, 3, LATER)).contains(Refusal.NOBODY_THERE);
    }

    @Test
    void whatWasNotReachedIsLeftOpen() {
        var held = new HeldOnPaper(false, at(0), at(60), List.of(JONAS, IDA), Set.of(IDA), Set.of(0, 1, 3));
        assertThat(planned().afterwards(held))
                .extracting(Item::state)
                .containsExactly(Item.State.DONE, Item.State.DONE, Item.State.UNCOVERED, Item.State.DONE);
        assertThat(planned().joined(held)).extracting(Attendee::number).containsExactly(1, 2);
        assertThat(planned().joined(held)).extracting(Attendee::late).containsExactly(false, true);
        assertThat(planned().joined(held)).extracting(Attendee::assentedAt).containsOnlyNulls();
    }

    private static HeldOnPaper held(Instant from, Instant to, PersonId... there) {
        return new HeldOnPaper(false, from, to, List.of(there), Set.of(), Set.of(0, 1, 2, 3));
    }
}
