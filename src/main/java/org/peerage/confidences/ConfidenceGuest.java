package org.peerage.confidences;

import java.util.List;
import org.peerage.groups.Circle;
import org.peerage.groups.GroupGuest;
import org.peerage.groups.NextStep;
import org.peerage.groups.Shelf;
import org.peerage.groups.Way;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// The way to the chair's ear on the page of a group, and how many words wait there.
@Component
@Order(5)
class ConfidenceGuest implements GroupGuest {

    private final ConfidenceStore store;

    ConfidenceGuest(ConfidenceStore store) {
        this.store = store;
    }

    @Override
    public List<Way> ways(Circle circle) {
        if (!circle.inside()) {
            return List.of();
        }
        return List.of(
                circle.chaired()
                        ? Way.to(Shelf.BETWEEN, list(circle), "confidences.nav.chair", store.unread(circle.id()))
                        : Way.to(Shelf.BETWEEN, list(circle), "confidences.nav"));
    }

    @Override
    public List<NextStep> next(Circle circle) {
        return circle.chaired() && circle.inside() && store.unread(circle.id()) > 0
                ? List.of(NextStep.to(list(circle), NextStep.Urgency.HEARING, "confidences.next."))
                : List.of();
    }

    private static String list(Circle circle) {
        return circle.id().address() + "/confidences";
    }
}
