package org.peerage.files;

import java.util.List;
import org.peerage.groups.Circle;
import org.peerage.groups.GroupGuest;
import org.peerage.web.Link;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// The way to a group's files.
@Component
@Order(4)
class FileGuest implements GroupGuest {

    @Override
    public List<Link> links(Circle circle) {
        return circle.mine() && circle.room().isPresent()
                ? List.of(Link.to(circle.id().address() + "/files", "files.nav"))
                : List.of();
    }
}
