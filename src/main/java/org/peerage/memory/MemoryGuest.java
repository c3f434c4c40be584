package org.peerage.memory;

import java.util.List;
import org.peerage.groups.Circle;
import org.peerage.groups.GroupGuest;
import org.peerage.web.Link;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// The ways to what a room remembers, on the page of its group.
@Component
@Order(5)
class MemoryGuest implements GroupGuest {

    @Override
    public List<Link> links(Circle circle) {
        return circle.mine() && circle.room().isPresent()
                ? List.of(
                        Link.to(circle.id().address() + "/search", "memory.nav.search"),
                        Link.to(circle.id().address() + "/mine", "memory.nav.own"),
                        Link.to(circle.id().address() + "/copy", "memory.nav.export"))
                : List.of();
    }
}
