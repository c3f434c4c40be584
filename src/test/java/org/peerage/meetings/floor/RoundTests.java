package org.peerage.meetings.floor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.meetings.floor.MeetingFixture.IDA;
import static org.peerage.meetings.floor.MeetingFixture.JONAS;
import static org.peerage.meetings.floor.MeetingFixture.MARA;
import static org.peerage.meetings.floor.MeetingFixture.at;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peerage.meetings.ItemId;

class RoundTests {

    private static final Item ITEM = MeetingFixture.item(3, MeetingFixture.ISSUE, 40, 20);

    @Test
    void doesNotAskWhoeverItIsFor() {
        var attendees = List.of(Attendee.arrived(MARA, 1, at(0), false), Attendee.arrived(JONAS, 2, at(1), false));
        var brought = ITEM.about(new UUID(9, 7), MARA, "five-steps", null);
        assertThat(Round.of(brought, 4, attendees, List.of()).notHeardYet()).containsExactly(JONAS);
    }

    @Test
    void goesInOrderOfArrivalAndTakesALatecomerLast() {
        var attendees = List.of(
                Attendee.arrived(IDA, 3, at(40), true),
                Attendee.arrived(MARA, 1, at(0), false),
                Attendee.arrived(JONAS, 2, at(1), false));
        assertThat(Round.of(ITEM, 0, attendees, List.of()).notHeardYet()).containsExactly(MARA, JONAS, IDA);
    }

    @Test
    void hearsEachOnceAndOnlyInThisRoundOfThisItem() {
        var other = new ItemId(new UUID(9, 8));
        var attendees = List.of(Attendee.arrived(MARA, 1, at(0), false), Attendee.arrived(JONAS, 2, at(1), false));
        List<Turn> turns = List.of(
                new Turn.Spoken(ITEM.id(), MARA, 1, 2, Duration.ofMinutes(4)),
                new Turn.Spoken(ITEM.id(), JONAS, 2, 1, Duration.ofMinutes(4)),
                new Turn.Spoken(other, JONAS, 3, 2, Duration.ofMinutes(4)));
        assertThat(Round.of(ITEM, 2, attendees, turns).notHeardYet()).containsExactly(JONAS);
    }

    @Test
    void hasNobodyNextWhenEverybodyWasHeard() {
        assertThat(new Round(List.of(MARA), Set.of(MARA)).next()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1800, 2, 900", // half each
        "1000, 3, 330", // rounded down to fifteen seconds
        "135, 2, 60", // the least
        "150, 2, 75",
        "-600, 2, 60", // running over: still a turn
        "60, 0, 60"
    })
    void sharesWhatIsLeftEqually(long left, int waiting, long share) {
        var round = new Round(List.of(MARA, JONAS, IDA).subList(0, waiting), Set.of());
        assertThat(round.share(Duration.ofSeconds(left))).isEqualTo(Duration.ofSeconds(share));
    }
}
