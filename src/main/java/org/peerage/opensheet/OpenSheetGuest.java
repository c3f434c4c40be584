package org.peerage.opensheet;

import java.util.List;
import org.peerage.groups.Circle;
import org.peerage.groups.GroupGuest;
import org.peerage.groups.Shelf;
import org.peerage.groups.Way;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// The way to a group's open sheet.
@Component
@Order(5)
class OpenSheetGuest implements GroupGuest {

    @Override
    public List<Way> ways(Circle circle) {
        return circle.open() && (circle.mine() || circle.arranged())
                ? List.of(Way.to(Shelf.PEOPLE, OpenSheet.settings(circle.id()), "opensheet.nav"))
                : List.of();
    }
}
