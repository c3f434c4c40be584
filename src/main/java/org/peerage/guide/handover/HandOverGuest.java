package org.peerage.guide.handover;

import java.util.List;
import org.peerage.groups.Circle;
import org.peerage.groups.GroupGuest;
import org.peerage.groups.Shelf;
import org.peerage.groups.Way;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// The way there, for those in the room.
@Component
@Order(7)
class HandOverGuest implements GroupGuest {

    @Override
    public List<Way> ways(Circle circle) {
        return circle.inside() && circle.room().isPresent()
                ? List.of(Way.to(Shelf.MEETINGS, HandOverPage.address(circle.id()), "guide.handover.nav"))
                : List.of();
    }
}
