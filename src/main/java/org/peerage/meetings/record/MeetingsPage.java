package org.peerage.meetings.record;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.peerage.meetings.MeetingId;
import org.peerage.meetings.floor.ScheduledMeeting;

/// The meetings of one group. A member may open them; a convener sees how many were there.
record MeetingsPage(UUID group, String groupName, ZoneId zone, boolean member, List<Row> rows) {

    record Row(MeetingId meeting, Instant startsAt, ScheduledMeeting.State state, int present, int late) {}
}
