package org.peerage.meetings.record;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.peerage.meetings.MeetingId;
import org.peerage.meetings.floor.ScheduledMeeting;

/// The meetings of one group. A member may open them; a convener sees how many were there.
///
/// @param ahead what is going on or next first
/// @param held the latest first
/// @param unheld whose day has passed without anybody starting them
/// @param open those of them that whoever looks may enter as held on paper
record MeetingsPage(
        UUID group,
        String groupName,
        boolean member,
        List<Row> ahead,
        List<Row> held,
        List<Row> unheld,
        Set<MeetingId> open) {

    /// A meeting that begins late is still ahead.
    private static final Duration LATE = Duration.ofHours(4);

    record Row(MeetingId meeting, Instant startsAt, ZoneId zone, ScheduledMeeting.State state, int present, int late) {

        private boolean heldAlready() {
            return state == ScheduledMeeting.State.CLOSED;
        }

        private boolean passed(Instant now) {
            return state == ScheduledMeeting.State.PLANNED && startsAt.isBefore(now.minus(LATE));
        }
    }

    /// @param rows first come first
    static MeetingsPage of(UUID group, String name, boolean member, List<Row> rows, Set<MeetingId> open, Instant now) {
        return new MeetingsPage(
                group,
                name,
                member,
                rows.stream()
                        .filter(row -> !row.heldAlready() && !row.passed(now))
                        .toList(),
                rows.stream().filter(Row::heldAlready).toList().reversed(),
                rows.stream().filter(row -> row.passed(now)).toList().reversed(),
                Set.copyOf(open));
    }

    boolean isEmpty() {
        return ahead.isEmpty() && held.isEmpty() && unheld.isEmpty();
    }
}
