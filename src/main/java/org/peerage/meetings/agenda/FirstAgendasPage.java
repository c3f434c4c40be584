package org.peerage.meetings.agenda;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.Circle;
import org.peerage.meetings.MeetingId;
import org.peerage.meetings.floor.ScheduledMeeting;
import org.peerage.web.Message;

/// The first three agendas, side by side.
///
/// @param seen stands for what is shown of the first
record FirstAgendasPage(
        Circle group,
        boolean taken,
        boolean mayTake,
        String seen,
        List<Meeting> meetings,
        @Nullable Message notice) {

    record Line(Message label, int minutes, Message why) {}

    record When(MeetingId meeting, Instant startsAt, ZoneId zone) {}

    /// @param when empty where no date is set
    /// @param state the end of a message key: `undated`, `draft`, `approved`, or how far the meeting has come
    record Meeting(int place, Optional<When> when, String state, int minutes, List<Line> lines) {

        static Meeting of(int place, Optional<ScheduledMeeting> set, int minutes, List<Line> lines) {
            return new Meeting(
                    place,
                    set.map(one -> new When(one.id(), one.startsAt(), one.zone())),
                    set.map(Meeting::state).orElse("undated"),
                    minutes,
                    lines);
        }

        private static String state(ScheduledMeeting meeting) {
            if (meeting.state() != ScheduledMeeting.State.PLANNED) {
                return meeting.state().name().toLowerCase(Locale.ROOT);
            }
            return meeting.approved() ? "approved" : "draft";
        }
    }

    boolean dated() {
        return meetings.getFirst().when().isPresent();
    }

    boolean allDated() {
        return meetings.stream().allMatch(meeting -> meeting.when().isPresent());
    }
}
