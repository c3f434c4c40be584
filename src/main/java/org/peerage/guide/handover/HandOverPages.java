package org.peerage.guide.handover;

import org.peerage.groups.Circle;
import org.peerage.groups.Circles;
import org.peerage.groups.GroupId;
import org.peerage.groups.Guests;
import org.peerage.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Gathers what all modules have for whoever leads next, for anybody in the room: any of them may be asked to.
@Component
class HandOverPages {

    private final Circles circles;
    private final Guests guests;

    HandOverPages(Circles circles, Guests guests) {
        this.circles = circles;
        this.guests = guests;
    }

    @Transactional(readOnly = true)
    HandOverPage of(GroupId group) {
        var circle = circles.withRoom(group).filter(Circle::inside).orElseThrow(NotFound::new);
        return new HandOverPage(circle, circle.chair().map(circle::nameOf).orElse(""), guests.handOver(circle));
    }
}
