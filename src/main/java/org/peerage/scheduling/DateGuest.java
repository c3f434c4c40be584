package org.peerage.scheduling;

import java.time.InstantSource;
import java.util.List;
import org.peerage.groups.Circle;
import org.peerage.groups.GroupGuest;
import org.peerage.groups.NextStep;
import org.peerage.tenancy.Acting;
import org.peerage.web.Link;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// The dates of a group, on its page: somebody has to set them as soon as the chair is not alone in the room.
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
    public List<Link> links(Circle circle) {
        return circle.mine() ? List.of(Link.to(Dates.page(circle.id()), "scheduling.nav")) : List.of();
    }

    @Override
    public List<NextStep> next(Circle circle) {
        return circle.chaired() && isMet(circle) && !dates.ahead(circle.id(), clock.instant())
                ? List.of(NextStep.to(Dates.page(circle.id()), NextStep.Urgency.DATES, "scheduling.next."))
                : List.of();
    }

    private static boolean isMet(Circle circle) {
        return circle.people().stream()
                .anyMatch(sitter -> sitter.inRoom() && !sitter.id().equals(Acting.me()));
    }
}
