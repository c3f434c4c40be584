package org.peerage.groups.door;

import java.util.List;
import org.peerage.groups.Circle;
import org.peerage.groups.GroupGuest;
import org.peerage.groups.Groups;
import org.peerage.groups.NextStep;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Somebody has lost their keys and waits for the others: before anything else, for nobody but them can help.
@Component
@Order(1)
class DoorGuest implements GroupGuest {

    private final DoorStore store;

    DoorGuest(DoorStore store) {
        this.store = store;
    }

    @Override
    public List<NextStep> next(Circle circle) {
        return circle.mine() && circle.room().isPresent()
                ? store.newKeys(circle.openRoom()).stream()
                        .limit(1)
                        .map(person -> NextStep.to(
                                Groups.room(circle.id()),
                                NextStep.Urgency.DOOR,
                                "groups.next.new-keys.",
                                circle.nameOf(person)))
                        .toList()
                : List.of();
    }
}
