package org.peerage.memory;

import java.util.List;
import org.peerage.groups.Circle;
import org.peerage.groups.GroupGuest;
import org.peerage.groups.Shelf;
import org.peerage.groups.Way;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// The ways to what a room remembers, on the page of its group.
@Component
@Order(5)
class MemoryGuest implements GroupGuest {

    @Override
    public List<Way> ways(Circle circle) {
        return circle.mine() && circle.room().isPresent()
                ? List.of(
                        Way.to(Shelf.BETWEEN, circle.id().address() + "/search", "memory.nav.search"),
                        Way.to(Shelf.KEPT, circle.id().address() + "/mine", "memory.nav.own"),
                        Way.to(Shelf.KEPT, circle.id().address() + "/copy", "memory.nav.export"))
                : List.of();
    }
}
