package org.peerage.meetings.ahead;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.peerage.groups.Circle;
import org.peerage.groups.GroupGuest;
import org.peerage.groups.NextStep;
import org.peerage.groups.NextStep.Urgency;
import org.peerage.tenancy.Acting;
import org.peerage.web.Link;
import org.peerage.web.Message.Moment;
import org.peerage.web.Panel;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// The meetings of a group, on its page: join the one that is on, let the agenda stand, prepare.
@Component
@Order(3)
class MeetingGuest implements GroupGuest {

    private final AheadStore store;
    private final InstantSource clock;

    MeetingGuest(AheadStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /// A meeting on the first page, and whose it is.
    record Card(String group, MeetingAhead meeting) {}

    @Override
    public List<Link> links(Circle circle) {
        return circle.mine() ? List.of(Link.to(list(circle), "meetings.nav")) : List.of();
    }

    @Override
    public List<NextStep> next(Circle circle) {
        if (circle.sitter(Acting.me()).filter(Circle.Sitter::inRoom).isEmpty()) {
            return List.of();
        }
        return List.of(store.next(List.of(circle.id()), clock.instant()).stream()
                .findFirst()
                .flatMap(meeting -> next(circle, meeting))
                .orElseGet(() -> NextStep.to(list(circle), Urgency.REST, "meetings.next.rest.")));
    }

    private static Optional<NextStep> next(Circle circle, MeetingAhead meeting) {
        var when = new Moment(meeting.startsAt(), meeting.zone());
        if (meeting.live()) {
            return Optional.of(NextStep.to(meeting.address() + "/live", Urgency.LIVE, "meetings.next.live."));
        }
        if (circle.chaired() && !meeting.agreed()) {
            return Optional.of(NextStep.to(meeting.address(), Urgency.AGENDA, "meetings.next.agenda.", when));
        }
        return meeting.prepared()
                ? Optional.empty()
                : Optional.of(
                        NextStep.to(meeting.address() + "/prepare", Urgency.PREPARING, "meetings.next.prepare.", when));
    }

    @Override
    public List<Panel> panels(List<Circle> mine) {
        Map<String, Object> model = new HashMap<>();
        var inside = mine.stream()
                .filter(circle ->
                        circle.sitter(Acting.me()).filter(Circle.Sitter::inRoom).isPresent())
                .toList();
        var next = store.next(inside.stream().map(Circle::id).toList(), clock.instant()).stream()
                .findFirst()
                .flatMap(meeting -> inside.stream()
                        .filter(circle -> circle.id().equals(meeting.group()))
                        .findFirst()
                        .map(circle -> new Card(circle.name(), meeting)));
        model.put("next", next);
        return List.of(new Panel("meetings/ahead/ahead", model));
    }

    private static String list(Circle circle) {
        return circle.id().address() + "/meetings";
    }
}
