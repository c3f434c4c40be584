package org.peerage.wall;

import java.util.List;
import java.util.Map;
import org.peerage.groups.Circle;
import org.peerage.groups.GroupGuest;
import org.peerage.groups.GroupId;
import org.peerage.groups.Shelf;
import org.peerage.groups.Way;
import org.peerage.web.Panel;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// The way to a group's wall, and on the first page how much was said there that one has not read.
@Component
@Order(3)
class WallGuest implements GroupGuest {

    private final WallStore store;

    WallGuest(WallStore store) {
        this.store = store;
    }

    record Line(String group, String address, int unread) {}

    @Override
    public List<Way> ways(Circle circle) {
        return inside(circle)
                ? List.of(Way.to(
                        Shelf.BETWEEN,
                        address(circle),
                        "wall.nav",
                        store.unread(List.of(circle.id())).getOrDefault(circle.id(), 0)))
                : List.of();
    }

    @Override
    public List<Panel> panels(List<Circle> mine) {
        var unread = store.unread(mine.stream().map(Circle::id).toList());
        var lines = mine.stream()
                .filter(circle -> unread.containsKey(circle.id()))
                .map(circle -> line(circle, unread))
                .toList();
        return lines.isEmpty() ? List.of() : List.of(new Panel("wall/ahead", Map.of("lines", lines)));
    }

    private static Line line(Circle circle, Map<GroupId, Integer> unread) {
        return new Line(circle.name(), address(circle), unread.getOrDefault(circle.id(), 0));
    }

    private static boolean inside(Circle circle) {
        return circle.mine() && circle.room().isPresent();
    }

    private static String address(Circle circle) {
        return circle.id().address() + "/wall";
    }
}
