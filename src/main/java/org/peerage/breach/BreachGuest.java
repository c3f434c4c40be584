package org.peerage.breach;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.peerage.groups.Circle;
import org.peerage.groups.GroupGuest;
import org.peerage.groups.Groups;
import org.peerage.groups.InHand;
import org.peerage.groups.NextStep;
import org.peerage.groups.Shelf;
import org.peerage.groups.Way;
import org.peerage.tenancy.Acting;
import org.peerage.web.Link;
import org.peerage.web.Message;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// The way to the page on breaches, the same for everybody but for whoever has a report before them.
@Component
@Order(9)
class BreachGuest implements GroupGuest {

    private final ReportStore store;
    private final BreachStore breaches;
    private final NextInLine line;

    BreachGuest(ReportStore store, BreachStore breaches, NextInLine line) {
        this.store = store;
        this.breaches = breaches;
        this.line = line;
    }

    @Override
    public List<Way> ways(Circle circle) {
        return circle.inside() && circle.room().isPresent()
                ? List.of(Way.to(Shelf.RULES, BreachPage.address(circle.id()), "breach.nav"))
                : List.of();
    }

    /// Reports that only they can read, and cases.
    @Override
    public List<InHand> inHand(Circle circle) {
        if (!circle.inside() || circle.room().isEmpty()) {
            return List.of();
        }
        var page = Link.to(BreachPage.address(circle.id()), "breach.to");
        var reports = store.waiting(circle.id());
        return Stream.concat(
                        reports == 0
                                ? Stream.of()
                                : Stream.of(new InHand(Message.of("breach.in-hand.reports", reports), page)),
                        breaches.in(circle.id()).stream()
                                .filter(breach -> breach.isHandledBy(Acting.me()) && !breach.isClosed())
                                .map(breach -> new InHand(
                                        line.after(circle, breach)
                                                .map(next -> Message.of(
                                                        "breach.in-hand",
                                                        circle.nameOf(breach.accused()),
                                                        circle.nameOf(next)))
                                                .orElseGet(() -> Message.of(
                                                        "breach.in-hand.nobody", circle.nameOf(breach.accused()))),
                                        page)))
                .toList();
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
