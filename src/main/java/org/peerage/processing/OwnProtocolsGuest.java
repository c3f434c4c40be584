package org.peerage.processing;

import java.util.List;
import org.peerage.groups.Circle;
import org.peerage.groups.GroupGuest;
import org.peerage.groups.Shelf;
import org.peerage.groups.Way;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// The way to how a group works.
@Component
@Order(9)
class OwnProtocolsGuest implements GroupGuest {

    @Override
    public List<Way> ways(Circle circle) {
        return circle.mine() && circle.room().isPresent()
                ? List.of(Way.to(Shelf.RULES, OwnProtocolsPage.address(circle.id()), "processing.own.nav"))
                : List.of();
    }
}
