package org.peerage.meetings;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// When the group meets again: said while everybody is still here to set a date.
@Component
class NextMeetings {

    private final MeetingStore meetings;

    NextMeetings(MeetingStore meetings) {
        this.meetings = meetings;
    }

    record Next(@Nullable Instant at, ZoneId zone) {}

    Next after(ItemView item) {
        return new Next(meetings.nextAfter(item.meeting()).orElse(null), item.zone());
    }
}
