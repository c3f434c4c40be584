package org.peerage.meetings.floor;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.Circle;
import org.peerage.groups.GroupId;
import org.peerage.meetings.MeetingId;
import org.peerage.meetings.Presenter;
import org.peerage.rooms.RoomId;
import org.peerage.tenancy.PersonId;

/// What every page of one meeting wants to know of its frame: the circle of people, when and how long.
public record ScheduledMeeting(
        MeetingId id,
        Circle circle,
        Instant startsAt,
        ZoneId zone,
        int minutes,
        State state,
        long version,
        long n,
        String format,
        boolean approved,
        @Nullable PersonId deputy,
        @Nullable PersonId facilitator,
        @Nullable Instant led,
        @Nullable Instant liveSince,
        @Nullable Instant closedAt,
        @Nullable String closedHow,
        @Nullable PersonId enteredBy,
        @Nullable Instant enteredAt,
        @Nullable PersonId correctedBy,
        @Nullable Instant correctedAt) {

    public enum State {
        PLANNED,
        LIVE,
        CLOSED,
        CANCELLED
    }

    public GroupId group() {
        return circle.id();
    }

    public String groupName() {
        return circle.name();
    }

    /// The group's room, or empty while it has none.
    public String room() {
        return circle.room().map(RoomId::value).orElse("");
    }

    public List<PersonId> members() {
        return circle.seated().stream().map(Circle.Sitter::id).toList();
    }

    public String nameOf(@Nullable PersonId person) {
        return person == null ? "" : circle.nameOf(person);
    }

    public Presenter presenter(@Nullable PersonId person) {
        return person == null ? Presenter.NOBODY : new Presenter(nameOf(person), group().member(person));
    }

    public boolean isOver() {
        return state == State.CLOSED || state == State.CANCELLED;
    }

    public Instant plannedEnd() {
        return startsAt.plus(Duration.ofMinutes(minutes));
    }

    /// Its time is over, and nobody has begun it here.
    public boolean hasPassed(Instant now) {
        return state == State.PLANNED && !now.isBefore(plannedEnd());
    }

    public boolean isChair(PersonId person) {
        return circle.chair().filter(person::equals).isPresent();
    }

    /// May plan it and start it: whoever chairs the group, and the deputy named for this meeting.
    public boolean isPreparedBy(PersonId person) {
        return isChair(person) || person.equals(deputy);
    }

    Decision.By by(PersonId person, Duration grace) {
        return new Decision.By(person, isChair(person), grace);
    }
}
