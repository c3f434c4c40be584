package org.peerage.files;

import java.util.List;
import org.peerage.groups.Circle;
import org.peerage.groups.GroupGuest;
import org.peerage.groups.Shelf;
import org.peerage.groups.Way;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// The way to a group's files.
@Component
@Order(4)
class FileGuest implements GroupGuest {

    @Override
    public List<Way> ways(Circle circle) {
        return circle.mine() && circle.room().isPresent()
                ? List.of(Way.to(Shelf.BETWEEN, circle.id().address() + "/files", "files.nav"))
                : List.of();
    }
}
