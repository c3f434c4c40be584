package org.peerage.groups;

import java.time.InstantSource;
import java.util.UUID;
import org.peerage.identity.LinkAccepted;
import org.peerage.identity.PersonalLinks;
import org.peerage.networks.Networks;
import org.peerage.networks.ProfileId;
import org.peerage.networks.directory.Directory;
import org.peerage.rooms.MemberLetIn;
import org.peerage.rooms.MemberLetOut;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Actor;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.Scope;
import org.peerage.web.NotFound;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// How a group fills: the convener picks leaders and appoints a chair; the convener hands the chair a personal link,
/// the chair hands one to each member; whoever takes it up sits down (`S2.13`). The step that seats a person runs as
/// the program `groups.seating`, which alone may write who sits where.
@Component
class Seating {

    static final String LINK = "groups.seat";
    private static final Actor PROGRAM = new Actor.Program("groups.seating");

    private final SeatStore store;
    private final Charters charters;
    private final Directory directory;
    private final Networks networks;
    private final PersonalLinks links;
    private final Scope scope;
    private final InstantSource clock;

    Seating(
            SeatStore store,
            Charters charters,
            Directory directory,
            Networks networks,
            PersonalLinks links,
            Scope scope,
            InstantSource clock) {
        this.store = store;
        this.charters = charters;
        this.directory = directory;
        this.networks = networks;
        this.links = links;
        this.scope = scope;
        this.clock = clock;
    }

    sealed interface Inviting {

        /// The address is shown once: only a hash of it is kept.
        record Invited(Seat seat, String url) implements Inviting {}

        record TakenAlready(Seat seat) implements Inviting {}
    }

    @Transactional
    Seats.Picking pick(Group group, ProfileId profile) {
        demand(group.convened());
        demand(directory
                .entry(profile)
                .filter(entry -> entry.network().equals(group.network()))
                .isPresent());
        var picking = store.of(group.id(), group.band()).pick(profile);
        if (picking instanceof Seats.Picking.Free) {
            store.add(new SeatId(Ids.next()), group.id(), profile, clock.instant());
        }
        return picking;
    }

    /// Takes back a seat that nobody sits in yet; a link that is out is worth nothing from then on.
    @Transactional
    void takeBack(Group group, SeatId id) {
        demand(group.convened());
        var seat = seat(group, id);
        demand(!seat.taken());
        if (seat.state() instanceof Seat.Invited invited) {
            links.revoke(invited.link());
        }
        store.remove(id);
    }

    @Transactional
    Seats.Appointing appoint(Group group, SeatId id) {
        demand(group.convened());
        var appointing = store.of(group.id(), group.band()).appoint(id, group.open());
        if (appointing instanceof Seats.Appointing.Appoints(var seat)) {
            store.chair(group.id(), seat.id());
        }
        return appointing;
    }

    /// The convener invites the chair, the chair everybody else; a second link replaces the first.
    @Transactional
    Inviting invite(Group group, SeatId id, String suggestedName) {
        var seat = seat(group, id);
        demand(mayInvite(group, seat));
        var now = clock.instant();
        return switch (seat.state()) {
            case Seat.Open open -> invited(group, seat, suggestedName, link -> open.invited(link, now));
            case Seat.Invited invited -> {
                links.revoke(invited.link());
                yield invited(group, seat, suggestedName, link -> invited.again(link, now));
            }
            case Seat.Accepted accepted -> new Inviting.TakenAlready(seat);
            case Seat.InRoom inRoom -> new Inviting.TakenAlready(seat);
            case Seat.Left left -> throw new NotFound();
        };
    }

    private interface NextState {
        Seat.State with(UUID link);
    }

    private Inviting invited(Group group, Seat seat, String suggestedName, NextState next) {
        var issued = links.issue(LINK, seat.id().value(), suggestedName, "/groups/" + group.id());
        var state = next.with(issued.id());
        moved(seat.id(), store.move(seat.id(), seat.state(), state));
        return new Inviting.Invited(
                new Seat(
                        seat.id(),
                        seat.profile(),
                        seat.chair(),
                        seat.name(),
                        seat.organisation(),
                        seat.industry(),
                        seat.subindustry(),
                        state),
                issued.url());
    }

    static boolean mayInvite(Group group, Seat seat) {
        return seat.chair() ? group.convened() : group.chaired();
    }

    @Transactional
    void revoke(Group group, SeatId id) {
        var seat = seat(group, id);
        demand(mayInvite(group, seat));
        if (seat.state() instanceof Seat.Invited invited) {
            links.revoke(invited.link());
            moved(id, store.move(id, invited, invited.takenBack(clock.instant())));
        }
    }

    /// A convener who picked their own profile needs no link to themselves.
    @Transactional
    void takeMyself(Group group, SeatId id, String name) {
        demand(group.convened());
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
                moved(seat.id(), store.take(seat.id(), open, open.takenBy(me, clock.instant()), name));
                return seat.id();
            });
        } else {
            throw new NotFound();
        }
    }

    /// Somebody who accepted but was never let into a room goes again; who is in the room leaves it there.
    @Transactional
    void end(Group group, SeatId id) {
        demand(group.convened() || group.chaired());
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

    private Seat seat(Group group, SeatId id) {
        return store.of(group.id(), group.band()).find(id).orElseThrow(NotFound::new);
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
