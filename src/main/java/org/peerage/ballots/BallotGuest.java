package org.peerage.ballots;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import org.peerage.groups.Circle;
import org.peerage.groups.GroupGuest;
import org.peerage.groups.NextStep;
import org.peerage.groups.Shelf;
import org.peerage.groups.Way;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Scope;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// The way to a group's ballots, and to one that waits for one's paper.
@Component
@Order(4)
class BallotGuest implements GroupGuest {

    private final BallotStore store;
    private final BoxStore boxes;
    private final Scope scope;
    private final InstantSource clock;

    BallotGuest(BallotStore store, BoxStore boxes, Scope scope, InstantSource clock) {
        this.store = store;
        this.boxes = boxes;
        this.scope = scope;
        this.clock = clock;
    }

    @Override
    public List<Way> ways(Circle circle) {
        return circle.mine() && circle.room().isPresent()
                ? List.of(Way.to(Shelf.RULES, Ballot.address(circle.id()), "ballots.nav"))
                : List.of();
    }

    /// The one that ends first.
    @Override
    public List<NextStep> next(Circle circle) {
        if (!circle.mine() || circle.room().isEmpty()) {
            return List.of();
        }
        var now = clock.instant();
        var me = Acting.me();
        var open = store.in(circle.id()).stream()
                .filter(ballot -> ballot.takesPapers(now))
                .toList();
        return open.stream()
                .filter(ballot -> scope.actingAs(
                        Ballots.PROGRAM, () -> !boxes.voted(ballot.id()).contains(me)))
                .min(Comparator.comparing(Ballot::closesAt))
                .map(ballot ->
                        NextStep.to(ballot.address(), NextStep.Urgency.HEARING, "ballots.next.", ballot.lastDay()))
                .stream()
                .toList();
    }
}
