package org.peerage.meetings;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/// The meetings of one group. A member may open them; a convener sees how many were there.
record MeetingsPage(UUID group, String groupName, ZoneId zone, boolean member, List<Row> rows) {

    record Row(MeetingId meeting, Instant startsAt, Sitting.State state, int present, int late) {}
}
