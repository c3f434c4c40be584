package org.peerage.guide;

import java.util.List;
import org.peerage.groups.Circle;
import org.peerage.groups.GroupGuest;
import org.peerage.groups.Shelf;
import org.peerage.groups.Way;
import org.peerage.meetings.MeetingId;
import org.peerage.meetings.Occasion;
import org.peerage.web.Link;
import org.peerage.web.Message;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// The way to what whoever chairs a group has to do, and whoever leads a meeting of it.
@Component
@Order(1)
class LeadingGuest implements GroupGuest, Occasion.Remarks {

    private final OneMeeting leading;

    LeadingGuest(OneMeeting leading) {
        this.leading = leading;
    }

    @Override
    public List<Way> ways(Circle circle) {
        if (!circle.mine() || circle.room().isEmpty()) {
            return List.of();
        }
        return circle.chaired()
                ? List.of(Way.to(Shelf.MEETINGS, LeadingPage.address(circle.id()), "guide.leading.nav"))
                : leading.next(circle).stream()
                        .map(next -> Way.to(
                                Shelf.MEETINGS,
                                OneMeetingPage.address(next.id()),
                                "guide.led.way",
                                new Message.Moment(next.startsAt(), circle.zone())))
                        .toList();
    }

    @Override
    public List<Link> ways(Circle circle, MeetingId meeting) {
        return circle.room().isEmpty() ? List.of() : List.of(Link.to(OneMeetingPage.address(meeting), "guide.led.nav"));
    }
}
