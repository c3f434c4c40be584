package org.peerage.housekeeping;

import java.util.List;
import java.util.Map;
import org.peerage.groups.Circle;
import org.peerage.groups.GroupGuest;
import org.peerage.web.Panel;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// What a member needs and offers, on their page.
@Component
@Order(4)
class HousekeepingGuest implements GroupGuest {

    private final Housekeeping housekeeping;

    HousekeepingGuest(Housekeeping housekeeping) {
        this.housekeeping = housekeeping;
    }

    @Override
    public List<Panel> of(Circle circle, Circle.Sitter member) {
        var given = housekeeping.by(circle, member.id());
        return given.isEmpty() ? List.of() : List.of(new Panel("housekeeping/theirs", Map.of("given", given)));
    }
}
