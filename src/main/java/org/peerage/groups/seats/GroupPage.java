package org.peerage.groups.seats;

import java.util.List;
import java.util.Optional;
import org.peerage.groups.Circle;
import org.peerage.groups.Course;

/// A group as one of its people, or its convener, sees it.
record GroupPage(
        Circle group,
        GroupStep next,
        List<Line> lines,
        int picked,
        int invited,
        int accepted,
        int inRoom,
        boolean charterFixed,
        int signatures,
        String chair,
        Optional<Course.Meeting> meeting) {

    /// Somebody in the circle.
    record Line(String name, String organisation, boolean chair, String state, boolean me) {}

    static GroupPage of(Circle group, GroupStep.Circumstances now, int signatures) {
        var seats = now.seats();
        var mine = now.mine().map(Seat::id);
        return new GroupPage(
                group,
                GroupStep.of(group, now),
                seats.filled().stream()
                        .map(seat -> new Line(
                                seat.name(),
                                seat.organisation(),
                                seat.chair(),
                                Seat.word(seat.state()),
                                mine.equals(Optional.of(seat.id()))))
                        .toList(),
                seats.picked(),
                count(seats, Seat.Invited.class),
                count(seats, Seat.Accepted.class),
                count(seats, Seat.InRoom.class),
                now.charterFixed(),
                signatures,
                seats.chair().map(Seat::name).orElse(""),
                now.ahead().meeting());
    }

    private static int count(Seats seats, Class<? extends Seat.State> state) {
        return (int) seats.all().stream()
                .filter(seat -> state.isInstance(seat.state()))
                .count();
    }

    boolean arranges() {
        return group.arranged();
    }

    boolean asks() {
        return next == GroupStep.ASK_TO_BE_LET_IN;
    }

    /// Where the next step is taken; empty where there is nothing to open.
    String address() {
        var path = next.path();
        return switch (next) {
            case JOIN_MEETING -> meetingPage("/live");
            case AGENDA -> meetingPage("");
            case PREPARE -> meetingPage("/prepare");
            default -> path.isEmpty() ? "" : "/groups/" + group.id() + path;
        };
    }

    private String meetingPage(String part) {
        return meeting.map(ahead -> ahead.path() + part).orElse("");
    }

    String room() {
        return group.room().map(Object::toString).orElse("");
    }
}
