package org.peerage.placing;

import java.util.List;
import org.peerage.groups.Circle;
import org.peerage.groups.GroupGuest;
import org.peerage.groups.NextStep;
import org.peerage.web.Link;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Who would suit a group, from its page, for those who arrange it.
@Component
@Order(1)
class PlacingGuest implements GroupGuest {

    @Override
    public List<Link> links(Circle circle) {
        return circle.arranged()
                ? List.of(Link.to(circle.id().address() + "/candidates", "placing.candidates.link"))
                : List.of();
    }

    @Override
    public List<NextStep> next(Circle circle) {
        return List.of();
    }
}
