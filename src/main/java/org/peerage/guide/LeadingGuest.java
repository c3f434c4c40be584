package org.peerage.guide;

import java.util.List;
import org.peerage.groups.Circle;
import org.peerage.groups.GroupGuest;
import org.peerage.web.Link;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// The way to what whoever chairs a group has to do.
@Component
@Order(1)
class LeadingGuest implements GroupGuest {

    @Override
    public List<Link> links(Circle circle) {
        return circle.chaired() && circle.mine() && circle.room().isPresent()
                ? List.of(Link.to(LeadingPage.address(circle.id()), "guide.leading.nav"))
                : List.of();
    }
}
