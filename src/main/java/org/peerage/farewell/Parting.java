package org.peerage.farewell;

import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.peerage.groups.Circles;
import org.peerage.groups.GroupId;
import org.peerage.groups.Groups;
import org.peerage.groups.Guests;
import org.peerage.groups.Shelf;
import org.peerage.rooms.Rooms;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Ids;
import org.peerage.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What somebody who means to leave sees, whoever is told, and whoever has left.
@Component
class Parting {

    private final FarewellStore store;
    private final Circles circles;
    private final Groups groups;
    private final Guests guests;
    private final Rooms rooms;
    private final InstantSource clock;

    Parting(FarewellStore store, Circles circles, Groups groups, Guests guests, Rooms rooms, InstantSource clock) {
        this.store = store;
        this.circles = circles;
        this.groups = groups;
        this.guests = guests;
        this.rooms = rooms;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    FarewellPage page(GroupId group) {
        var circle = circles.inside(group);
        var all = store.in(group);
        var received = all.stream()
                .filter(Farewell::toMe)
                .filter(one -> one.stage() != Stage.STAYED)
                .toList();
        var now = clock.instant();
        var mine = all.stream().filter(one -> one.mine() && one.stage().open()).findFirst();
        var notice = Farewells.notice(groups, group);
        var meetings = store.meetings(group);
        return new FarewellPage(
                circle,
                Ids.next(),
                circle.chair()
                        .flatMap(circle::sitter)
                        .filter(chair -> !chair.id().equals(Acting.me())),
                mine,
                received,
                rooms.texts(
                        circle.openRoom(), received.stream().map(Farewell::id).toList()),
                all.stream().filter(one -> one.stage() == Stage.ANNOUNCED).toList(),
                meetings,
                Farewells.choices(meetings, circle, mine.map(Farewell::toldAt).orElse(now), notice, now),
                store.inHand(group),
                mine.isPresent() ? guests.inHand(circle) : List.of(),
                notice,
                groups.agreed(group, "confidentiality").orElse(""),
                guests.ways(circle).getOrDefault(Shelf.KEPT, List.of()));
    }

    /// For whoever has left, of what is theirs.
    @Transactional(readOnly = true)
    Farewell left(UUID id) {
        return store.left().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}
