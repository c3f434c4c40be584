package org.peerage.scheduling;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.peerage.groups.CharterTerms;
import org.peerage.groups.Circle;
import org.peerage.groups.GroupId;
import org.peerage.web.Message;

/// A date of a group as it stands. `uid` is what calendars know it by and never changes; `sequence` counts changes.
///
/// @param first as it was set, whatever has become of it since
public record GroupDate(
        DateId id,
        GroupId group,
        MeetingTime time,
        MeetingTime first,
        Venue venue,
        String uid,
        int sequence,
        boolean cancelled) {

    /// Where a group meets: a place, a video link, both or, for the time being, neither.
    public record Venue(String place, String video) {

        /// What the charter says of where one meets, and this does not say yet.
        Optional<Message> lacks(CharterTerms terms) {
            var missing = switch (terms.place()) {
                case PERSON -> place.isEmpty();
                case VIDEO -> video.isEmpty();
                case MIXED -> place.isEmpty() == video.isEmpty();
            };
            return missing
                    ? Optional.of(Message.of("scheduling.lacks." + terms.place().key()))
                    : Optional.empty();
        }
    }

    /// What else is to be said of a group's dates, beside each. A bean of whoever knows it.
    public interface Remarks {

        Map<DateId, List<Message>> remarks(Circle circle);
    }

    /// Which of a group's dates have been held, though their hour has not come or is not over. A bean of whoever knows
    /// it.
    public interface Holding {

        /// When those began, as they were set.
        Set<Instant> held(Circle circle);
    }

    static GroupDate set(DateId id, GroupId group, MeetingTime time, Venue venue, String uid) {
        return new GroupDate(id, group, time, time, venue, uid, 0, false);
    }

    boolean over(Instant now) {
        return !time.endsAt().isAfter(now);
    }

    /// Still to come, and not cancelled.
    boolean ahead(Instant now) {
        return !cancelled && !over(now);
    }

    /// Somebody may have the first moment in their head, or on paper.
    boolean hasMoved() {
        return !first.startsAt().equals(time.startsAt());
    }

    GroupDate moved(MeetingTime to, Venue at) {
        return new GroupDate(id, group, to, first, at, uid, sequence + 1, false);
    }

    GroupDate asCancelled() {
        return new GroupDate(id, group, time, first, venue, uid, sequence + 1, true);
    }

    /// For a calendar that others may look into: neither where nor by what link.
    GroupDate without() {
        return new GroupDate(id, group, time, first, new Venue("", ""), uid, sequence, cancelled);
    }

    boolean isAt(MeetingTime when, Venue where) {
        return time.equals(when) && venue.equals(where);
    }
}
