package org.peerage.breach;

import java.util.List;
import org.peerage.groups.Circle;
import org.peerage.groups.GroupGuest;
import org.peerage.groups.NextStep;
import org.peerage.groups.Shelf;
import org.peerage.groups.Way;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// The way to the page on breaches, the same for everybody but for whoever has a report before them.
@Component
@Order(9)
class BreachGuest implements GroupGuest {

    private final ReportStore store;

    BreachGuest(ReportStore store) {
        this.store = store;
    }

    @Override
    public List<Way> ways(Circle circle) {
        return circle.inside() && circle.room().isPresent()
                ? List.of(Way.to(Shelf.RULES, BreachPage.address(circle.id()), "breach.nav"))
                : List.of();
    }

    @Override
    public List<NextStep> next(Circle circle) {
        return circle.inside() && circle.room().isPresent() && store.waiting(circle.id()) > 0
                ? List.of(NextStep.to(BreachPage.address(circle.id()), NextStep.Urgency.HEARING, "breach.next."))
                : List.of();
    }
}
