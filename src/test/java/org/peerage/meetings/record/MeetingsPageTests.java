package org.peerage.meetings.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.peerage.meetings.MeetingId;
import org.peerage.meetings.floor.ScheduledMeeting.State;

/// Somebody who opens the list of a year's meetings wants the next one.
class MeetingsPageTests {

    private static final Instant NOW = Instant.parse("2027-03-02T17:30:00Z");

    @Test
    void theListBeginsWithWhatIsOnOrNextAndWhatWasHeldStandsBelow() {
        var page = page(
                row(-400, State.CLOSED),
                row(-40, State.CLOSED),
                row(-30, State.PLANNED),
                row(0, State.LIVE),
                row(30, State.PLANNED),
                row(330, State.PLANNED));
        assertThat(days(page.ahead())).containsExactly(0L, 30L, 330L);
        assertThat(days(page.held())).as("the latest first").containsExactly(-40L, -400L);
        assertThat(days(page.unheld())).containsExactly(-30L);
    }

    @Test
    void oneThatBeginsLateIsStillNext() {
        var late = new MeetingsPage.Row(
                id(), NOW.minus(Duration.ofHours(2)), ZoneId.of("Asia/Dubai"), State.PLANNED, 0, 0);
        assertThat(page(late).ahead()).containsExactly(late);
    }

    private static MeetingsPage page(MeetingsPage.Row... rows) {
        return MeetingsPage.of(UUID.randomUUID(), "Harbour Circle", true, List.of(rows), Set.of(), NOW);
    }

    private static MeetingsPage.Row row(int days, State state) {
        return new MeetingsPage.Row(
                id(), NOW.plus(Duration.ofDays(days)), ZoneId.of("Australia/Lord_Howe"), state, 0, 0);
    }

    private static MeetingId id() {
        return new MeetingId(UUID.randomUUID());
    }

    private static List<Long> days(List<MeetingsPage.Row> rows) {
        return rows.stream()
                .map(row -> Duration.between(NOW, row.startsAt()).toDays())
                .toList();
    }
}
