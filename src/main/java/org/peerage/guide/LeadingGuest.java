package org.peerage.guide;

import java.util.List;
import org.peerage.groups.Circle;
import org.peerage.groups.GroupGuest;
import org.peerage.groups.Shelf;
import org.peerage.groups.Way;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// The way to what whoever chairs a group has to do.
@Component
@Order(1)
class LeadingGuest implements GroupGuest {

    @Override
    public List<Way> ways(Circle circle) {
        return circle.chaired() && circle.mine() && circle.room().isPresent()
                ? List.of(Way.to(Shelf.MEETINGS, LeadingPage.address(circle.id()), "guide.leading.nav"))
                : List.of();
    }
}
