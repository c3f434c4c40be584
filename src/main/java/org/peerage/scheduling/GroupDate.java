package org.peerage.scheduling;

import java.time.Instant;
import org.peerage.groups.GroupId;

/// A date of a group as it stands. `uid` is what calendars know it by and never changes; `sequence` counts changes.
record GroupDate(DateId id, GroupId group, MeetingTime time, Venue venue, String uid, int sequence, boolean cancelled) {

    boolean over(Instant now) {
        return !time.endsAt().isAfter(now);
    }

    GroupDate moved(MeetingTime to, Venue at) {
        return new GroupDate(id, group, to, at, uid, sequence + 1, false);
    }

    GroupDate asCancelled() {
        return new GroupDate(id, group, time, venue, uid, sequence + 1, true);
    }

    boolean isAt(MeetingTime when, Venue where) {
        return time.equals(when) && venue.equals(where);
    }
}
