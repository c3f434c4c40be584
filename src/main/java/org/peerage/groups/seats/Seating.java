package org.peerage.groups.seats;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.peerage.groups.Circle;
import org.peerage.groups.Circles;
import org.peerage.groups.GroupId;
import org.peerage.groups.Objection;
import org.peerage.groups.Objections;
import org.peerage.groups.RoomOpened;
import org.peerage.groups.SeatTaken;
import org.peerage.groups.charter.Charters;
import org.peerage.identity.LinkAccepted;
import org.peerage.identity.People;
import org.peerage.identity.PersonalLinks;
import org.peerage.identity.trail.Deed;
import org.peerage.identity.trail.Trail;
import org.peerage.networks.NetworkId;
import org.peerage.networks.Networks;
import org.peerage.networks.ProfileId;
import org.peerage.networks.directory.Directory;
import org.peerage.rooms.MemberLetIn;
import org.peerage.rooms.MemberLetOut;
import org.peerage.rooms.RoomChange;
import org.peerage.rooms.RoomRefused;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Actor;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.Scope;
import org.peerage.web.Message;
import org.peerage.web.NotFound;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// How a group fills: the convener picks leaders and appoints a chair; the convener hands the chair a personal link,
/// the chair hands one to each member; whoever takes it up sits down (`S2.13`). The step that seats a person runs as
/// the program `groups.seating`, which alone may write who sits where.
@Component
public class Seating {

    static final String LINK = "groups.seat";
    private static final Actor PROGRAM = new Actor.Program("groups.seating");
    private static final Actor LOOKING_UP = new Actor.Program("sign-in");

    private final SeatStore store;
    private final Circles circles;
    private final Charters charters;
    private final Directory directory;
    private final Networks networks;
    private final People people;
    private final PersonalLinks links;
    private final Objections objections;
    private final Trail trail;
    private final Scope scope;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    Seating(
            SeatStore store,
            Circles circles,
            Charters charters,
            Directory directory,
            Networks networks,
            People people,
            PersonalLinks links,
            Objections objections,
            Trail trail,
            Scope scope,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.store = store;
        this.circles = circles;
        this.charters = charters;
        this.directory = directory;
        this.networks = networks;
        this.people = people;
        this.links = links;
        this.objections = objections;
        this.trail = trail;
        this.scope = scope;
        this.events = events;
        this.clock = clock;
    }

    /// @param url of the personal link, shown once: only a hash of it is kept; empty where the seat is taken already
    /// @param against what has come to be known since they were picked, for which no link was made
    record Invitation(Circle group, Seat seat, String url, List<Objection> against) {}

    @Transactional
    Seats.Picking pick(GroupId id, ProfileId profile) {
        return pick(convened(id), profile);
    }

    /// By the chair, for whom the members of an open group have chosen. Why they cannot have a seat; nothing where they
    /// have one.
    @Transactional
    public List<Message> offer(GroupId id, ProfileId profile) {
        var group = circles.chaired(id);
        demand(group.open());
        return switch (pick(group, profile)) {
            case Seats.Picking.Free _, Seats.Picking.SeatedAlready _ -> List.of();
            case Seats.Picking.GroupFull(var largest) -> List.of(Message.of("groups.seats.full", largest));
            case Seats.Picking.Against(var objections) ->
                objections.stream().map(Objection::sentence).toList();
        };
    }

    private Seats.Picking pick(Circle group, ProfileId profile) {
        demand(directory
                .entry(profile)
                .filter(entry -> entry.network().equals(group.network()))
                .isPresent());
        var seats = store.of(group.id(), group.size());
        var picking = seats.pick(profile);
        if (picking instanceof Seats.Picking.Free) {
            var against = forbidding(group.network(), seats.profiles(), profile);
            if (!against.isEmpty()) {
                return new Seats.Picking.Against(against);
            }
            store.add(new SeatId(Ids.next()), group.id(), profile, clock.instant());
        }
        return picking;
    }

    private List<Objection> forbidding(NetworkId network, List<ProfileId> seated, ProfileId joining) {
        return objections.against(network, seated, List.of(joining)).stream()
                .filter(Objection::forbids)
                .toList();
    }

    /// The same seat back, as long as nobody has taken it.
    @Transactional
    public void takeBack(GroupId id, ProfileId profile) {
        var group = circles.chaired(id);
        store.of(id, group.size()).of(profile).filter(seat -> !seat.taken()).ifPresent(this::takeBack);
    }

    /// Everybody a new group is formed with, if all of them are in the directory of its network.
    @Transactional
    public void pick(GroupId group, NetworkId network, List<ProfileId> picked) {
        demand(store.ofNetwork(network, Set.copyOf(picked)));
        var now = clock.instant();
        picked.forEach(profile -> store.add(new SeatId(Ids.next()), group, profile, now));
    }

    /// Which of those picked guides the group; whoever forms it and is among them sits down at once.
    @Transactional
    public void settle(GroupId id, Optional<ProfileId> chair, String name) {
        var group = convened(id);
        var seats = store.of(id, group.size());
        chair.flatMap(seats::of).ifPresent(seat -> appoint(group, seat));
        store.profile(group.network(), Acting.me())
                .flatMap(seats::of)
                .ifPresent(seat -> takeMyself(id, seat.id(), name));
    }

    /// Takes back a seat that nobody sits in yet; a link that is out is worth nothing from then on.
    @Transactional
    void takeBack(GroupId here, SeatId id) {
        var group = convened(here);
        var seat = seat(group, id);
        demand(!seat.taken());
        takeBack(seat);
    }

    private void takeBack(Seat seat) {
        if (seat.state() instanceof Seat.Invited invited) {
            links.revoke(invited.link());
        }
        store.remove(seat.id());
    }

    @Transactional
    Seats.Appointing appoint(GroupId here, SeatId id) {
        var group = convened(here);
        var appointing = store.of(group.id(), group.size()).appoint(id, group.open());
        if (appointing instanceof Seats.Appointing.Appoints(var seat)) {
            appoint(group, seat);
        }
        return appointing;
    }

    private void appoint(Circle group, Seat seat) {
        store.chair(group.id(), seat.id());
        trail.noteIn(group.network().value(), Deed.CHAIR_APPOINTED, group.id().value());
    }

    /// The convener invites the chair, the chair everybody else; a second link replaces the first.
    @Transactional
    Invitation invite(GroupId here, SeatId id) {
        var group = circle(here);
        var seat = seat(group, id);
        demand(mayInvite(group, seat));
        var against = seat.taken()
                ? List.<Objection>of()
                : forbidding(group.network(), store.of(here, group.size()).profiles(), seat.profile());
        if (!against.isEmpty()) {
            return new Invitation(group, seat, "", against);
        }
        var now = clock.instant();
        return switch (seat.state()) {
            case Seat.Open open -> invited(group, seat, link -> open.invited(link, now));
            case Seat.Invited invited -> {
                links.revoke(invited.link());
                yield invited(group, seat, link -> invited.again(link, now));
            }
            case Seat.Accepted _, Seat.InRoom _ -> new Invitation(group, seat, "", List.of());
            case Seat.Left _ -> throw new NotFound();
        };
    }

    private interface NextState {
        Seat.State with(UUID link);
    }

    private Invitation invited(Circle group, Seat seat, NextState next) {
        var issued = links.issue(LINK, seat.id().value(), seat.name(), "/groups/" + group.id());
        var state = next.with(issued.id());
        moved(seat.id(), store.move(seat.id(), seat.state(), state));
        return new Invitation(group, seat.in(state), issued.url(), List.of());
    }

    static boolean mayInvite(Circle group, Seat seat) {
        return seat.chair() ? group.convened() : group.chaired();
    }

    @Transactional
    void revoke(GroupId here, SeatId id) {
        var group = circle(here);
        var seat = seat(group, id);
        demand(mayInvite(group, seat));
        if (seat.state() instanceof Seat.Invited invited) {
            links.revoke(invited.link());
            moved(id, store.move(id, invited, invited.takenBack(clock.instant())));
        }
    }

    /// A convener who picked their own profile needs no link to themselves.
    @Transactional
    void takeMyself(GroupId here, SeatId id, String name) {
        var group = convened(here);
        var seat = seat(group, id);
        var me = Acting.me();
        demand(directory
                        .entry(seat.profile())
                        .flatMap(Directory.Entry::person)
                        .filter(me::equals)
                        .isPresent()
                && store.of(group.id(), me).isEmpty());
        if (seat.state() instanceof Seat.Open open) {
            scope.actingAs(PROGRAM, () -> {
                var taken = open.takenBy(me, clock.instant());
                moved(seat.id(), store.take(seat.id(), open, taken, name));
                events.publishEvent(new SeatTaken(here, seat.profile(), me, name, taken.since()));
                return seat.id();
            });
        } else {
            throw new NotFound();
        }
    }

    /// Somebody who accepted but was never let into a room goes again; who is in the room leaves it there.
    @Transactional
    void end(GroupId here, SeatId id) {
        var group = circle(here);
        demand(group.arranged());
        var seat = seat(group, id);
        if (seat.state() instanceof Seat.Accepted accepted) {
            moved(id, store.move(id, accepted, accepted.left(clock.instant())));
        } else {
            throw new NotFound();
        }
    }

    @EventListener
    void on(LinkAccepted accepted) {
        if (accepted.kind().equals(LINK)) {
            scope.actingAs(PROGRAM, () -> {
                take(accepted);
                return accepted.link();
            });
        }
    }

    /// Who takes up a link that was taken back, or sits here already, or is somebody else in the directory, is told
    /// what everybody is told about a link that is not there; their enrolment is undone with it.
    private void take(LinkAccepted accepted) {
        var offered = store.offered(new SeatId(accepted.subject())).orElseThrow(NotFound::new);
        var seat = offered.seat();
        demand(store.of(offered.group(), accepted.person()).isEmpty());
        if (!(seat.state() instanceof Seat.Invited invited)) {
            throw new NotFound();
        }
        var taken = invited.accepted(accepted.link(), accepted.person(), accepted.at())
                .orElseThrow(NotFound::new);
        moved(seat.id(), store.take(seat.id(), invited, taken, accepted.name()));
        switch (networks.seat(offered.network(), seat.profile(), accepted.person(), accepted.name())) {
            case Networks.Seating.Seated(var profile) -> demand(profile.equals(seat.profile()));
            case Networks.Seating.Taken somebodyElse -> throw new NotFound();
        }
        events.publishEvent(
                new SeatTaken(offered.group(), seat.profile(), accepted.person(), accepted.name(), accepted.at()));
    }

    /// The door that no chair's browser can forget: whoever did not accept a seat and sign the charter is not let in,
    /// whatever the ledger says (`S0.10`).
    @EventListener
    void on(MemberLetIn letIn) {
        scope.actingAs(PROGRAM, () -> {
            store.groupOf(letIn.room()).ifPresent(group -> {
                var seat = store.of(group, letIn.person()).orElseThrow(NotFound::new);
                demand(charters.signed(group, letIn.person()));
                if (seat.state() instanceof Seat.Accepted accepted) {
                    moved(seat.id(), store.move(seat.id(), accepted, accepted.letIn(letIn.at())));
                }
            });
            return letIn.person();
        });
    }

    @EventListener
    void on(MemberLetOut removed) {
        scope.actingAs(PROGRAM, () -> {
            store.groupOf(removed.room())
                    .flatMap(group -> store.of(group, removed.person()))
                    .ifPresent(seat -> {
                        if (seat.state() instanceof Seat.InRoom inRoom) {
                            moved(seat.id(), store.move(seat.id(), inRoom, inRoom.left(removed.at())));
                        }
                    });
            return removed.person();
        });
    }

    /// Who has the chair is the room's to say, and the seats follow. The ledger keeps whoever was erased until they are
    /// let out; in the chair they could let nobody in or out any more.
    @EventListener
    void on(RoomChange.ChairHandedOver handed) {
        if (scope.actingAs(LOOKING_UP, () -> people.erased(handed.person()))) {
            throw new RoomRefused("erased");
        }
        scope.actingAs(PROGRAM, () -> {
            store.groupOf(handed.room()).ifPresent(group -> {
                store.of(group, handed.person()).ifPresent(seat -> store.chair(group, seat.id()));
                store.chairSince(group, handed.at());
            });
            return handed.person();
        });
    }

    @EventListener
    void on(People.Renamed renamed) {
        scope.actingAs(PROGRAM, () -> {
            store.rename(renamed.person(), renamed.name());
            return renamed.person();
        });
    }

    /// In the chair's own request: whoever opens the room is in it.
    @EventListener
    void on(RoomOpened opened) {
        store.of(opened.group(), Acting.me()).ifPresent(seat -> {
            if (seat.state() instanceof Seat.Accepted accepted) {
                moved(seat.id(), store.move(seat.id(), accepted, accepted.letIn(opened.at())));
            }
        });
    }

    private Circle circle(GroupId group) {
        return circles.of(group).orElseThrow(NotFound::new);
    }

    private Circle convened(GroupId group) {
        return circles.of(group).filter(Circle::convened).orElseThrow(NotFound::new);
    }

    private Seat seat(Circle group, SeatId id) {
        return store.of(group.id(), group.size()).find(id).orElseThrow(NotFound::new);
    }

    private static void demand(boolean allowed) {
        if (!allowed) {
            throw new NotFound();
        }
    }

    private static void moved(SeatId seat, boolean moved) {
        if (!moved) {
            throw new SeatChanged(seat);
        }
    }
}
