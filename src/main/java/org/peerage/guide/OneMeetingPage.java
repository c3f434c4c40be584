package org.peerage.guide;

import java.time.Instant;
import java.util.List;
import org.peerage.groups.Circle;
import org.peerage.meetings.MeetingId;

/// Whom one meeting still waits for, for whoever leads it.
///
/// @param early nobody has to have prepared anything yet
/// @param days ahead on which somebody has to, by the charter
record OneMeetingPage(
        Circle circle, MeetingId meeting, Instant startsAt, boolean early, long days, List<LeadingPage.Undone> undone) {

    String address() {
        return address(meeting);
    }

    static String address(MeetingId meeting) {
        return meeting.address() + "/leading";
    }
}
