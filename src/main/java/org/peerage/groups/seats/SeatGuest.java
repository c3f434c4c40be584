package org.peerage.groups.seats;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.peerage.groups.Beginning;
import org.peerage.groups.Circle;
import org.peerage.groups.GroupGuest;
import org.peerage.groups.NextStep;
import org.peerage.groups.Shelf;
import org.peerage.groups.Way;
import org.peerage.groups.charter.Charters;
import org.peerage.identity.PersonalLinks;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.PersonId;
import org.peerage.web.Link;
import org.peerage.web.Message;
import org.peerage.web.Panel;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// How a group comes about, to whoever looks at it: its seats, its charter, its room.
@Component
@Order(0)
class SeatGuest implements GroupGuest {

    private final SeatStore store;
    private final Charters charters;

    SeatGuest(SeatStore store, Charters charters) {
        this.store = store;
        this.charters = charters;
    }

    @Override
    public List<Way> ways(Circle circle) {
        var ways = new ArrayList<Way>();
        if (circle.arranged()) {
            ways.add(Way.to(Shelf.PEOPLE, circle.id().address() + "/seats", "groups.nav.seats"));
            ways.add(Way.to(Shelf.PEOPLE, circle.id().address() + "/invitations", "groups.nav.invitations"));
        }
        ways.add(Way.to(Shelf.RULES, circle.id().address() + "/charter", "groups.nav.charter"));
        if (circle.mine()) {
            ways.add(Way.to(Shelf.PEOPLE, circle.id().address() + "/room", "groups.nav.room"));
        }
        if (circle.arranged()) {
            ways.add(new Way(Shelf.PEOPLE, PersonalLinks.helping()));
        }
        return ways;
    }

    @Override
    public List<Beginning> begins(Circle circle) {
        var seats = store.of(circle.id(), circle.size());
        var base = circle.id().address();
        var begins = new ArrayList<Beginning>();
        begins.add(new Beginning(
                Message.of("groups.begin.purpose"), !circle.purpose().isBlank(), base + "/about"));
        begins.add(new Beginning(people(seats), GroupStep.enough(seats), base + "/seats"));
        begins.add(new Beginning(
                Message.of("groups.begin.charter"),
                !charters.signers(circle.id()).isEmpty(),
                base + "/charter"));
        if (circle.chaired()) {
            begins.add(new Beginning(Message.of("groups.begin.room"), circle.open(), base + "/room"));
        }
        begins.add(new Beginning(
                Message.of("groups.begin.invitations"),
                seats.picked() > 1 && seats.filled().stream().noneMatch(seat -> seat.state() instanceof Seat.Open),
                base + "/invitations"));
        return begins;
    }

    private static Message people(Seats seats) {
        if (seats.picked() >= seats.size().smallest()) {
            return Message.of("groups.begin.people.found", seats.picked());
        }
        return GroupStep.enough(seats)
                ? Message.of(
                        "groups.begin.people.enough",
                        seats.picked(),
                        seats.size().smallest())
                : Message.of("groups.begin.people", seats.picked(), GroupStep.milestone(seats));
    }

    @Override
    public List<NextStep> next(Circle circle) {
        if (hasComeAbout(circle)) {
            return List.of();
        }
        var me = Acting.me();
        var seats = store.of(circle.id(), circle.size());
        var signers = circle.mine() ? charters.signers(circle.id()) : Set.<PersonId>of();
        var asking = circle.room().map(store::asking).orElse(List.of());
        var now = new GroupStep.Circumstances(
                seats,
                seats.of(me).filter(Seat::taken),
                !signers.isEmpty(),
                signers.contains(me),
                circle.open(),
                asking.contains(me),
                circle.chaired() ? asking.size() : 0);
        return GroupStep.of(circle, now).map(step -> told(step, circle, seats)).stream()
                .toList();
    }

    /// For a member in the room nothing is left to do, so that nothing has to be asked.
    private static boolean hasComeAbout(Circle circle) {
        return !circle.arranged() && circle.inside();
    }

    private static NextStep told(GroupStep step, Circle circle, Seats seats) {
        var told = step.told(circle, seats);
        return step == GroupStep.ASK_TO_BE_LET_IN
                ? new NextStep(
                        told.urgency(),
                        told.title(),
                        told.text(),
                        Optional.of(Link.to(circle.id().address(), "groups.next.ask-to-be-let-in.do")),
                        Optional.of(new Panel("groups/seats/ask", Map.of("group", circle))))
                : told;
    }
}
