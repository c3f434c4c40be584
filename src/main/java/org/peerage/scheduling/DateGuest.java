package org.peerage.scheduling;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.peerage.groups.Beginning;
import org.peerage.groups.Circle;
import org.peerage.groups.GroupGuest;
import org.peerage.groups.NextStep;
import org.peerage.groups.Shelf;
import org.peerage.groups.Way;
import org.peerage.tenancy.Acting;
import org.peerage.web.Message;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// The dates of a group, on its page: somebody has to set them as soon as the chair is not alone in the room, or
/// begins the group.
@Component
@Order(2)
class DateGuest implements GroupGuest {

    private final DateStore dates;
    private final InstantSource clock;

    DateGuest(DateStore dates, InstantSource clock) {
        this.dates = dates;
        this.clock = clock;
    }

    @Override
    public List<Way> ways(Circle circle) {
        return circle.mine() ? List.of(Way.to(Shelf.MEETINGS, Dates.page(circle.id()), "scheduling.nav")) : List.of();
    }

    @Override
    public List<Beginning> begins(Circle circle) {
        return circle.mine()
                ? List.of(new Beginning(
                        Message.of("scheduling.begin"),
                        dates.ahead(circle.id(), clock.instant()),
                        Dates.page(circle.id())))
                : List.of();
    }

    @Override
    public Optional<Message> meets(Circle circle) {
        return dates.of(circle.id()).stream()
                .filter(date -> date.ahead(clock.instant()))
                .map(date -> Message.of("scheduling.meets", date.time().moment()))
                .findFirst();
    }

    @Override
    public List<NextStep> next(Circle circle) {
        return circle.chaired() && mayMeet(circle) && !dates.ahead(circle.id(), clock.instant())
                ? List.of(NextStep.to(Dates.page(circle.id()), NextStep.Urgency.DATES, "scheduling.next."))
                : List.of();
    }

    /// Whoever begins a group sets the first dates while the others are still on their way.
    private static boolean mayMeet(Circle circle) {
        return (circle.open() && circle.convened())
                || circle.people().stream()
                        .anyMatch(sitter -> sitter.inRoom() && !sitter.id().equals(Acting.me()));
    }
}
