package org.peerage.groups.seats;

import java.util.List;
import java.util.Optional;
import org.peerage.groups.Circle;
import org.peerage.groups.NextStep;
import org.peerage.tenancy.PersonId;
import org.peerage.web.Link;

/// A group as one of its people, or its convener, sees it.
record GroupPage(
        Circle group,
        Optional<NextStep> next,
        List<Link> links,
        List<Line> lines,
        int picked,
        int invited,
        int accepted,
        int inRoom,
        int signatures) {

    /// Somebody in the circle.
    ///
    /// @param address of what the room knows of them; empty for whoever may not look, and until they are in it
    record Line(String name, String organisation, boolean chair, String state, boolean me, String address) {}

    static GroupPage of(
            Circle group, Optional<NextStep> next, List<Link> links, Seats seats, int signatures, PersonId me) {
        var mine = seats.of(me).map(Seat::id);
        return new GroupPage(
                group,
                next,
                List.copyOf(links),
                seats.filled().stream()
                        .map(seat -> new Line(
                                seat.name(),
                                seat.organisation(),
                                seat.chair(),
                                Seat.word(seat.state()),
                                mine.equals(Optional.of(seat.id())),
                                address(group, seat)))
                        .toList(),
                seats.picked(),
                count(seats, Seat.Invited.class),
                count(seats, Seat.Accepted.class),
                count(seats, Seat.InRoom.class),
                signatures);
    }

    private static String address(Circle group, Seat seat) {
        return group.mine() && group.room().isPresent()
                ? seat.person()
                        .flatMap(group::sitter)
                        .filter(Circle.Sitter::inRoom)
                        .map(group::address)
                        .orElse("")
                : "";
    }

    private static int count(Seats seats, Class<? extends Seat.State> state) {
        return (int) seats.all().stream()
                .filter(seat -> state.isInstance(seat.state()))
                .count();
    }

    boolean charterFixed() {
        return signatures > 0;
    }
}
