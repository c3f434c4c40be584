package org.peerage.breach;

import java.util.ArrayList;
import java.util.List;
import org.peerage.groups.Circle;
import org.peerage.groups.GroupGuest;
import org.peerage.groups.Groups;
import org.peerage.groups.NextStep;
import org.peerage.groups.Shelf;
import org.peerage.groups.Way;
import org.peerage.tenancy.Acting;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// The way to the page on breaches, the same for everybody but for whoever has a report before them.
@Component
@Order(9)
class BreachGuest implements GroupGuest {

    private final ReportStore store;
    private final BreachStore breaches;

    BreachGuest(ReportStore store, BreachStore breaches) {
        this.store = store;
        this.breaches = breaches;
    }

    @Override
    public List<Way> ways(Circle circle) {
        return circle.inside() && circle.room().isPresent()
                ? List.of(Way.to(Shelf.RULES, BreachPage.address(circle.id()), "breach.nav"))
                : List.of();
    }

    @Override
    public List<NextStep> next(Circle circle) {
        if (!circle.inside() || circle.room().isEmpty()) {
            return List.of();
        }
        var page = BreachPage.address(circle.id());
        var steps = new ArrayList<NextStep>();
        if (store.waiting(circle.id()) > 0) {
            steps.add(NextStep.to(page, NextStep.Urgency.HEARING, "breach.next."));
        }
        if (breaches.waiting(circle.id()) > 0) {
            steps.add(NextStep.to(page, NextStep.Urgency.HEARING, "breach.next.over."));
        }
        if (circle.chaired()) {
            breaches.in(circle.id()).stream()
                    .filter(breach -> breach.hasToLeave(circle) && !breach.accuses(Acting.me()))
                    .limit(1)
                    .forEach(breach -> steps.add(NextStep.to(
                            Groups.room(circle.id()),
                            NextStep.Urgency.HEARING,
                            "breach.next.exit.",
                            circle.nameOf(breach.accused()))));
        }
        return List.copyOf(steps);
    }
}
