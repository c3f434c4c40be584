package org.peerage.meetings.floor;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peerage.meetings.ItemId;
import org.peerage.meetings.ItemKind;
import org.peerage.meetings.MeetingId;
import org.peerage.meetings.Presenter;
import org.peerage.tenancy.PersonId;

/// The floor of a meeting as one member sees it at one moment.
///
/// @param step absent only where a meeting was called off before it had an agenda
/// @param isRound everybody is heard in turn now; `waiting` are those who are still to be heard
/// @param hands raised, the first one first
/// @param away the facilitator has not been seen for a while
record LivePage(
        MeetingId meeting,
        String groupName,
        Phase phase,
        long version,
        long n,
        ZoneId zone,
        Instant startsAt,
        Instant now,
        Clock clock,
        @Nullable Step step,
        @Nullable Step next,
        List<Row> agenda,
        Instant plannedEnd,
        Instant end,
        long overMinutes,
        List<Person> present,
        List<Person> absent,
        boolean isRound,
        List<Person> waiting,
        List<Person> hands,
        Me me,
        String facilitator,
        boolean away,
        int ready) {

    enum Phase {
        LOBBY,
        LIVE,
        OVER,
        CANCELLED
    }

    /// @param speaker whose turn it is, or empty when the clock is the item's
    record Clock(String speaker, boolean mine, Instant endsAt, Duration left, Duration allotted, boolean paused) {}

    record Step(ItemId item, int number, ItemKind kind, Presenter presenter, boolean first, boolean last) {}

    record Row(
            ItemId item,
            int number,
            ItemKind kind,
            Presenter presenter,
            int minutes,
            Item.State state,
            @Nullable Instant endsAt) {}

    record Person(PersonId id, String name, String page, boolean leads, boolean late, boolean assented) {}

    record Me(
            boolean present,
            boolean assented,
            boolean mayAssent,
            boolean ready,
            boolean leads,
            boolean mayStart,
            boolean mayTakeOver,
            boolean mayArrive,
            boolean handUp,
            boolean mayPass) {}

    boolean isLive() {
        return phase == Phase.LIVE;
    }

    boolean hasEnded() {
        return phase == Phase.OVER;
    }

    /// Too early to begin it.
    boolean far() {
        return phase == Phase.LOBBY && clock.left().compareTo(Planned.EARLIEST) > 0;
    }

    long assents() {
        return present.stream().filter(Person::assented).count();
    }

    /// Over-run is said in words and by the shape of the clock, never by colour alone.
    boolean isOver() {
        return clock.left().isNegative();
    }

    /// Minutes and seconds left or over, as the server sees them; the page counts on from there.
    String left() {
        var seconds = Math.abs(clock.left().toSeconds());
        return "%d:%02d".formatted(seconds / 60, seconds % 60);
    }
}
