package org.peerage.groups;

import java.util.List;
import java.util.Optional;
import org.peerage.web.Link;
import org.peerage.web.Panel;
import org.springframework.stereotype.Component;

/// Everybody who has something to show of a group, this module among them.
@Component
public class Guests {

    private final List<GroupGuest> guests;

    Guests(List<GroupGuest> guests) {
        this.guests = List.copyOf(guests);
    }

    public List<Link> links(Circle circle) {
        return guests.stream().flatMap(guest -> guest.links(circle).stream()).toList();
    }

    public Optional<NextStep> next(Circle circle) {
        return NextStep.mostUrgent(guests.stream().flatMap(guest -> guest.next(circle).stream()));
    }

    public List<Panel> of(Circle circle, Circle.Sitter member) {
        return guests.stream()
                .flatMap(guest -> guest.of(circle, member).stream())
                .toList();
    }

    public List<Panel> panels(List<Circle> mine) {
        return guests.stream().flatMap(guest -> guest.panels(mine).stream()).toList();
    }
}
