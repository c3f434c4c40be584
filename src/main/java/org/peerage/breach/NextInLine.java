package org.peerage.breach;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.peerage.groups.Circle;
import org.peerage.groups.Circles;
import org.peerage.rooms.MemberLetOut;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Actor;
import org.peerage.tenancy.PersonId;
import org.peerage.tenancy.Scope;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Who goes on with a breach whose handler has left the group: the chair, then whoever is to chair next, then
/// whoever is there for longest, and never somebody who is part of it. Nothing is handed over by itself: it
/// waits, and the next in line takes it over by hand. ADR-0043
@Component
class NextInLine {

    private static final Actor PROGRAM = new Actor.Program("breach");

    private final HandOverStore store;
    private final BreachNotices notices;
    private final Circles circles;
    private final Scope scope;
    private final InstantSource clock;

    NextInLine(HandOverStore store, BreachNotices notices, Circles circles, Scope scope, InstantSource clock) {
        this.store = store;
        this.notices = notices;
        this.circles = circles;
        this.scope = scope;
        this.clock = clock;
    }

    /// Before the seat is left: afterwards whoever leaves sees no group any more, and they may be the one who acts.
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(MemberLetOut out) {
        circles.mine().stream()
                .filter(circle -> circle.room().equals(Optional.of(out.room())))
                .findFirst()
                .ifPresent(circle -> left(circle, out.person()));
    }

    /// Who would be asked if whoever handles it, who acts, left now.
    Optional<PersonId> after(Circle circle, Breach breach) {
        var part = partOf(breach);
        return line(circle).stream().filter(one -> !part.contains(one)).findFirst();
    }

    private List<PersonId> line(Circle circle) {
        return store.line(circle.id(), circle.day(clock.instant()));
    }

    private void left(Circle circle, PersonId person) {
        var line = line(circle).stream().filter(one -> !one.equals(person)).toList();
        var cases = scope.actingAs(PROGRAM, () -> store.lyingWith(circle.id(), person));
        for (var breach : cases) {
            var part = scope.actingAs(PROGRAM, () -> partOf(breach));
            var next = line.stream().filter(one -> !part.contains(one)).findFirst();
            scope.actingAs(PROGRAM, () -> {
                store.wait(breach, next);
                return breach;
            });
            notices.waits(circle, breach, person, next);
        }
        var reports = scope.actingAs(PROGRAM, () -> store.reportedTo(circle.id(), person));
        reports.forEach(report -> notices.unread(circle, report));
    }

    /// Whoever has reported it too: they would sit in judgement on what they say themselves.
    private Set<PersonId> partOf(Breach breach) {
        return Stream.of(
                        Stream.of(breach.accused(), breach.handler()),
                        breach.affected().stream().map(Breach.Affected::person),
                        store.reporters(breach).stream())
                .flatMap(all -> all)
                .collect(Collectors.toSet());
    }

    /// By whoever acts, who may.
    void takeOver(Circle circle, Breach breach) {
        var me = Acting.me();
        var reporters = scope.actingAs(PROGRAM, () -> {
            store.takenOver(breach, me);
            return store.reporters(breach);
        });
        notices.takenOver(circle, breach, reporters);
    }
}
