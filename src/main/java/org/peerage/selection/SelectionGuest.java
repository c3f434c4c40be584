package org.peerage.selection;

import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.peerage.groups.Circle;
import org.peerage.groups.GroupGuest;
import org.peerage.groups.NextStep;
import org.peerage.groups.Shelf;
import org.peerage.groups.Way;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// The way to a group's prospects, and whose turn it is with one of them.
@Component
@Order(4)
class SelectionGuest implements GroupGuest {

    private final ProspectStore store;
    private final PanelStore panels;
    private final List<Findings> findings;
    private final InstantSource clock;

    SelectionGuest(ProspectStore store, PanelStore panels, List<Findings> findings, InstantSource clock) {
        this.store = store;
        this.panels = panels;
        this.findings = List.copyOf(findings);
        this.clock = clock;
    }

    @Override
    public List<Way> ways(Circle circle) {
        return inside(circle)
                ? List.of(Way.to(
                        Shelf.PEOPLE,
                        ProspectsPage.address(circle.id()),
                        "selection.nav",
                        open(circle).size()))
                : List.of();
    }

    @Override
    public List<NextStep> next(Circle circle) {
        if (!inside(circle)) {
            return List.of();
        }
        var today = circle.day(clock.instant());
        var list = ProspectsPage.address(circle.id());
        var all = open(circle);
        return Stream.of(
                        waiting(circle, all)
                                .limit(1)
                                .map(one -> NextStep.to(
                                        one.address(), NextStep.Urgency.GROWING, "selection.next.finding.")),
                        panels.waiting(circle.id()).stream()
                                .limit(1)
                                .map(id -> NextStep.to(
                                        list + "/" + id, NextStep.Urgency.GROWING, "selection.next.panel.")),
                        all.stream()
                                .filter(one -> one.mine() && one.late(today.plusDays(1)))
                                .limit(1)
                                .map(one ->
                                        NextStep.to(one.address(), NextStep.Urgency.GROWING, "selection.next.owner.")))
                .flatMap(steps -> steps)
                .toList();
    }

    private Stream<Prospect> waiting(Circle circle, List<Prospect> all) {
        var considered = all.stream().filter(one -> !one.sits()).toList();
        if (considered.isEmpty()) {
            return Stream.empty();
        }
        var candidates = considered.stream().map(Prospect::candidate).toList();
        var waiting = findings.stream()
                .flatMap(module -> module.waiting(circle, candidates).stream())
                .collect(Collectors.toSet());
        return considered.stream().filter(one -> waiting.contains(one.id()));
    }

    private List<Prospect> open(Circle circle) {
        return store.in(circle.id()).stream().filter(one -> !one.ended()).toList();
    }

    private static boolean inside(Circle circle) {
        return circle.room().isPresent() && circle.inside();
    }
}
