package org.peerage.groups.seats;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.peerage.groups.Beginning;
import org.peerage.groups.Circle;
import org.peerage.groups.NextStep;
import org.peerage.groups.Shelf;
import org.peerage.tenancy.PersonId;
import org.peerage.web.Link;

/// A group as one of its people, or its convener, sees it.
record GroupPage(
        Circle group,
        Optional<NextStep> next,
        List<Beginning> begins,
        Map<Shelf, List<Link>> ways,
        List<Line> lines,
        int picked,
        int invited,
        int accepted,
        int inRoom,
        int signatures) {

    /// Somebody in the circle.
    ///
    /// @param roles the keys of what they do for the group
    /// @param address of what the room knows of them; empty for whoever may not look, and until they are in it
    record Line(
            String name,
            String roleTitle,
            String organisation,
            boolean chair,
            String state,
            boolean me,
            List<String> roles,
            String address) {}

    static GroupPage of(
            Circle group,
            Optional<NextStep> next,
            List<Beginning> begins,
            Map<Shelf, List<Link>> ways,
            Seats seats,
            Map<UUID, List<String>> roles,
            int signatures,
            PersonId me) {
        var mine = seats.of(me).map(Seat::id);
        return new GroupPage(
                group,
                next,
                List.copyOf(begins),
                ways,
                seats.filled().stream()
                        .map(seat -> new Line(
                                seat.name(),
                                seat.roleTitle(),
                                seat.organisation(),
                                seat.chair(),
                                Seat.word(seat.state()),
                                mine.equals(Optional.of(seat.id())),
                                roles.getOrDefault(seat.id().value(), List.of()),
                                seat.page(group)))
                        .toList(),
                seats.picked(),
                seats.count(Seat.Invited.class),
                seats.count(Seat.Accepted.class),
                seats.count(Seat.InRoom.class),
                signatures);
    }

    /// Has a seat, and is not in the room yet.
    boolean onTheWay() {
        return lines.stream().anyMatch(line -> line.me() && line.state().equals("accepted"));
    }

    /// What comes next is somebody else's to do, and shows itself here when it is done.
    boolean waits() {
        return next.filter(step -> step.urgency() == NextStep.Urgency.WAITING).isPresent();
    }

    boolean stillBegins() {
        return begins.stream().anyMatch(part -> !part.done());
    }

    boolean charterFixed() {
        return signatures > 0;
    }
}
