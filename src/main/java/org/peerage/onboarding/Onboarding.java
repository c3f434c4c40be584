package org.peerage.onboarding;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.peerage.groups.Circle;
import org.peerage.groups.Circles;
import org.peerage.groups.GroupId;
import org.peerage.rooms.MemberLetIn;
import org.peerage.rooms.MemberLetOut;
import org.peerage.rooms.RoomChange;
import org.peerage.rooms.RoomId;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.PersonId;
import org.peerage.web.NotFound;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Beginning somebody's list, naming a buddy, and marking what was done.
@Component
class Onboarding {

    private final NewcomerStore store;
    private final OnboardingNotices notices;
    private final Trial trial;
    private final Circles circles;
    private final InstantSource clock;

    Onboarding(NewcomerStore store, OnboardingNotices notices, Trial trial, Circles circles, InstantSource clock) {
        this.store = store;
        this.notices = notices;
        this.trial = trial;
        this.circles = circles;
        this.clock = clock;
    }

    /// Who joins those who have met is new; before the first meeting everybody is.
    @EventListener
    void on(MemberLetIn in) {
        of(in.room()).filter(circle -> store.hasMet(circle.id())).ifPresent(circle -> begin(circle, in.person()));
    }

    /// The looks that are up to the chair are the new one's. Before the seats follow: whoever hands over still sees
    /// them all.
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(RoomChange.ChairHandedOver handed) {
        of(handed.room())
                .ifPresent(circle -> store.looked(circle.id())
                        .forEach(newcomer -> notices.looks(circle, newcomer, Optional.of(handed.person()))));
    }

    /// Nobody is asked to look after somebody who has left; who has lost a buddy is looked after by the chair. Before
    /// the seat is left: afterwards whoever leaves sees no group any more.
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(MemberLetOut out) {
        of(out.room())
                .ifPresent(circle -> store.looked(circle.id()).forEach(newcomer -> {
                    if (newcomer.person().equals(out.person())) {
                        notices.gone(newcomer);
                    } else if (newcomer.buddy().equals(Optional.of(out.person()))) {
                        var chair = circle.chair()
                                .flatMap(circle::sitter)
                                .filter(Circle.Sitter::inRoom)
                                .map(Circle.Sitter::id);
                        notices.looks(circle, newcomer.with(Optional.empty()), chair);
                    }
                }));
    }

    private Optional<Circle> of(RoomId room) {
        return circles.mine().stream()
                .filter(circle -> circle.room().equals(Optional.of(room)))
                .findFirst();
    }

    private void begin(Circle circle, PersonId person) {
        // As finely as the database keeps it: what is told again is the same.
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        store.begin(circle.id(), person, now)
                .ifPresent(seat -> notices.begun(
                        circle, new Newcomer(seat, circle.id(), person, now, Optional.empty(), Set.of(), Map.of())));
    }

    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    List<Newcomer> of(Circle circle) {
        return circle.inside() && circle.room().isPresent() ? store.in(circle.id()) : List.of();
    }

    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    List<Standing.UnderWay> underWay(Circle circle) {
        return of(circle).stream()
                .map(Newcomer::standing)
                .filter(Standing.UnderWay.class::isInstance)
                .map(Standing.UnderWay.class::cast)
                .toList();
    }

    /// Of somebody else's list there is nothing to see: an address of nothing.
    @Transactional(readOnly = true)
    OnboardingPage page(GroupId group) {
        var circle = circles.own(group);
        var trials = new HashMap<UUID, Instant>();
        var all = of(circle);
        all.forEach(one -> trial.ends(circle, one).ifPresent(end -> trials.put(one.seat(), end)));
        return new OnboardingPage(
                circle, all.stream().map(Newcomer::standing).toList(), Map.copyOf(trials), clock.instant());
    }

    @Transactional
    void begin(GroupId group, UUID person) {
        var circle = circles.chaired(group);
        begin(circle, inRoom(circle, new PersonId(person)));
    }

    @Transactional
    void accompany(GroupId group, UUID seat, UUID person) {
        var circle = circles.chaired(group);
        var buddy = inRoom(circle, new PersonId(person));
        var newcomer = underWay(group, seat).newcomer();
        if (buddy.equals(newcomer.person())) {
            throw new NotFound();
        }
        if (!newcomer.buddy().equals(Optional.of(buddy))) {
            store.accompany(newcomer, buddy, clock.instant());
            notices.accompanied(circle, newcomer, buddy);
        }
    }

    /// Marked twice is marked once.
    @Transactional
    void mark(GroupId group, UUID seat, String key) {
        var circle = circles.own(group);
        var newcomer = newcomer(group, seat);
        var point = Point.of(key).orElseThrow(NotFound::new);
        switch (newcomer.standing()) {
            case Standing.UnderWay way
            when way.marks(point, Acting.me(), circle.chair(), clock.instant()) -> {
                store.mark(newcomer, point, clock.instant());
                notices.done(newcomer, point);
            }
            case Standing.UnderWay _, Standing.Settled _ -> {
                if (!mine(newcomer, point)) {
                    throw new NotFound();
                }
            }
        }
    }

    @Transactional
    void takeBack(GroupId group, UUID seat, String key) {
        var circle = circles.own(group);
        var newcomer = newcomer(group, seat);
        var point = Point.of(key).orElseThrow(NotFound::new);
        if (!store.takeBack(newcomer, point)) {
            throw new NotFound();
        }
        notices.looks(circle, newcomer(group, seat), circle.chair());
    }

    private static boolean mine(Newcomer newcomer, Point point) {
        return Optional.ofNullable(newcomer.marks().get(point))
                .filter(mark -> mark.by().equals(Acting.me()))
                .isPresent();
    }

    private Standing.UnderWay underWay(GroupId group, UUID seat) {
        return switch (newcomer(group, seat).standing()) {
            case Standing.UnderWay way -> way;
            case Standing.Settled _ -> throw new NotFound();
        };
    }

    private Newcomer newcomer(GroupId group, UUID seat) {
        return store.in(group).stream()
                .filter(one -> one.seat().equals(seat))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private static PersonId inRoom(Circle circle, PersonId person) {
        return circle.sitter(person)
                .filter(Circle.Sitter::inRoom)
                .map(Circle.Sitter::id)
                .orElseThrow(NotFound::new);
    }
}
