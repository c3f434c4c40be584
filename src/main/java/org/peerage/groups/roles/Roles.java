package org.peerage.groups.roles;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.peerage.groups.Circle;
import org.peerage.groups.Circles;
import org.peerage.groups.GroupId;
import org.peerage.groups.charter.Charters;
import org.peerage.tenancy.Acting;
import org.peerage.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Gives the roles of a group, drafted so that each person has one before anybody has two (`S4.19`). Whoever arranges
/// the group gives them; a member takes one that is free, and gives back their own.
@Component
public class Roles {

    private final Circles circles;
    private final RoleStore store;
    private final RoleKinds kinds;
    private final Charters charters;
    private final RoleNotices notices;
    private final InstantSource clock;

    Roles(
            Circles circles,
            RoleStore store,
            RoleKinds kinds,
            Charters charters,
            RoleNotices notices,
            InstantSource clock) {
        this.circles = circles;
        this.store = store;
        this.kinds = kinds;
        this.charters = charters;
        this.notices = notices;
        this.clock = clock;
    }

    /// The keys of the roles that somebody in this seat has, for those who see the group.
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<UUID, List<String>> bySeat(Circle circle) {
        Map<UUID, List<String>> roles = new LinkedHashMap<>();
        var today = today(circle);
        for (var held : store.held(circle.id())) {
            if (!held.until().isBefore(today)) {
                roles.computeIfAbsent(held.by().seat(), seat -> new ArrayList<>())
                        .add(held.role());
            }
        }
        return roles;
    }

    @Transactional(readOnly = true)
    RolesPage page(GroupId id) {
        return page(circles.of(id).orElseThrow(NotFound::new), false);
    }

    /// What one person saw and wrote; false where somebody else has changed it meanwhile, and nothing is.
    @Transactional
    RolesPage give(GroupId id, String seen, Map<String, UUID> chosen, Map<String, LocalDate> until) {
        var circle = circles.arranged(id);
        var before = page(circle, false);
        if (!before.seen().equals(seen)) {
            return page(circle, true);
        }
        var seats = store.seats(id);
        var held = store.held(id);
        var months = months(id);
        for (var kind : kinds.all()) {
            var now = held.stream().filter(one -> one.role().equals(kind.key())).findFirst();
            var seat = seats.stream()
                    .filter(one -> one.seat().equals(chosen.get(kind.key())))
                    .findFirst();
            if (seat.isEmpty()) {
                now.ifPresent(one -> store.end(id, kind.key()));
                continue;
            }
            var end = until.getOrDefault(kind.key(), kind.until(today(circle), months));
            var same = now.filter(one -> one.by().seat().equals(seat.get().seat()));
            if (same.filter(one -> one.until().equals(end)).isEmpty()) {
                store.give(id, kind.key(), seat.get().seat(), end, clock.instant());
            }
            if (same.isEmpty()) {
                notices.given(circle, kind.key(), seat.get().person(), end);
            }
        }
        return page(circle, false);
    }

    /// One that nobody has, for oneself.
    @Transactional
    void take(GroupId id, String role) {
        var circle = circles.of(id).filter(Circle::mine).orElseThrow(NotFound::new);
        var kind = kinds.find(role).orElseThrow(NotFound::new);
        if (store.held(id).stream().noneMatch(one -> one.role().equals(role))) {
            store.give(id, role, mine(id), kind.until(today(circle), months(id)), clock.instant());
        }
    }

    @Transactional
    void giveBack(GroupId id, String role) {
        if (circles.of(id).filter(Circle::mine).isEmpty()) {
            throw new NotFound();
        }
        var seat = mine(id);
        if (store.held(id).stream()
                .anyMatch(one -> one.role().equals(role) && one.by().seat().equals(seat))) {
            store.end(id, role);
        }
    }

    /// Whether nobody has one, and whether a term is over: then somebody has to be asked.
    @Transactional(propagation = Propagation.MANDATORY)
    Need need(Circle circle) {
        var held = store.held(circle.id());
        if (held.isEmpty()) {
            return new Need.All();
        }
        var today = today(circle);
        return held.stream()
                .filter(one -> one.until().isBefore(today))
                .findFirst()
                .<Need>map(one -> new Need.Ended(one.role(), one.by().name()))
                .orElseGet(Need.Nothing::new);
    }

    sealed interface Need {
        record All() implements Need {}

        record Ended(String role, String name) implements Need {}

        record Nothing() implements Need {}
    }

    /// The keys of what whoever acts does now.
    @Transactional(propagation = Propagation.MANDATORY)
    List<String> mine(Circle circle) {
        var today = today(circle);
        return store.held(circle.id()).stream()
                .filter(one -> one.by().person().equals(Optional.of(Acting.me())))
                .filter(one -> !one.until().isBefore(today))
                .map(RoleStore.Held::role)
                .toList();
    }

    private UUID mine(GroupId id) {
        return store.seats(id).stream()
                .filter(seat -> seat.person().equals(Optional.of(Acting.me())))
                .map(RoleStore.Seated::seat)
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private int months(GroupId group) {
        return charters.terms(group).map(terms -> terms.number("roleMonths")).orElse(12);
    }

    private LocalDate today(Circle circle) {
        return circle.day(clock.instant());
    }

    private RolesPage page(Circle circle, boolean stale) {
        return RolesPage.of(
                circle,
                kinds.all(),
                months(circle.id()),
                store.seats(circle.id()),
                store.held(circle.id()),
                today(circle),
                stale);
    }
}
