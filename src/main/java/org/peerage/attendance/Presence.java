package org.peerage.attendance;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.peerage.tenancy.PersonId;

/// How somebody was at one meeting that has been held, and what that counts by the charter.
///
/// @param delay after the meeting had begun; empty where they were not there
/// @param late beyond the minutes of grace that held on that day
/// @param away on leave that day
record Presence(
        UUID meeting,
        PersonId person,
        Instant startsAt,
        ZoneId zone,
        Optional<Duration> delay,
        boolean late,
        boolean leftEarly,
        boolean excused,
        boolean away) {

    /// What a meeting counts, in halves of a missed one.
    enum Count {
        THERE(0),
        EXCUSED(0),
        ON_LEAVE(0),
        LATE(1),
        LEFT_EARLY(1),
        /// Late and gone early.
        BOTH(2),
        VERY_LATE(2),
        MISSED(2);

        private final int halves;

        Count(int halves) {
            this.halves = halves;
        }

        boolean isLate() {
            return this == LATE || this == BOTH || this == VERY_LATE;
        }

        int halves() {
            return halves;
        }
    }

    Count count(Duration veryLate) {
        if (away) {
            return Count.ON_LEAVE;
        }
        if (excused) {
            return Count.EXCUSED;
        }
        if (delay.isEmpty()) {
            return Count.MISSED;
        }
        if (delay.filter(minutes -> minutes.compareTo(veryLate) > 0).isPresent()) {
            return Count.VERY_LATE;
        }
        if (late && leftEarly) {
            return Count.BOTH;
        }
        if (late) {
            return Count.LATE;
        }
        return leftEarly ? Count.LEFT_EARLY : Count.THERE;
    }
}
