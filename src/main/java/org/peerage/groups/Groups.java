package org.peerage.groups;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.peerage.groups.charter.Charters;
import org.peerage.groups.seats.Seating;
import org.peerage.identity.trail.Deed;
import org.peerage.identity.trail.Trail;
import org.peerage.networks.NetworkId;
import org.peerage.networks.ProfileId;
import org.peerage.rooms.RoomId;
import org.peerage.rooms.RoomRefused;
import org.peerage.rooms.Rooms;
import org.peerage.sealing.LedgerEntry;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Ids;
import org.peerage.web.Message;
import org.peerage.web.NotFound;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The groups of this instance: formed by a convener, opened by the chair.
@Component
public class Groups {

    /// Every group has a charter, if only a draft; its default is as long.
    private static final int USUAL_MINUTES = 240;

    private final GroupStore store;
    private final Circles circles;
    private final Charters charters;
    private final Seating seating;
    private final Rooms rooms;
    private final Objections objections;
    private final Trail trail;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    Groups(
            GroupStore store,
            Circles circles,
            Charters charters,
            Seating seating,
            Rooms rooms,
            Objections objections,
            Trail trail,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.store = store;
        this.circles = circles;
        this.charters = charters;
        this.seating = seating;
        this.rooms = rooms;
        this.objections = objections;
        this.trail = trail;
        this.events = events;
        this.clock = clock;
    }

    /// A group that is wished for; `smallest`, `target` and `largest` count seats, the chair's included.
    public record Wish(
            NetworkId network, String name, String purpose, ZoneId zone, int smallest, int target, int largest) {

        GroupSize size() {
            return new GroupSize(smallest, target, largest);
        }
    }

    /// What became of a wish to open the room.
    public sealed interface Opening {

        record Opened(RoomId room) implements Opening {}

        /// The chair signs the charter first (`S0.10`).
        record Unsigned() implements Opening {}

        record OpenAlready() implements Opening {}
    }

    /// Of the page on which a convener forms one.
    public static String forming(NetworkId network) {
        return network.address() + "/groups/new";
    }

    /// Of the page on which the room is opened, and its door.
    public static String room(GroupId group) {
        return group.address() + "/room";
    }

    /// Of the page of a group's seats, which takes whom the convener picks as `profile`.
    public static String seats(GroupId group) {
        return group.address() + "/seats";
    }

    /// Of the page on which links and texts for those invited are made.
    public static String invitations(GroupId group) {
        return group.address() + "/invitations";
    }

    /// Only a convener of the network; a draft of the charter lies ready for the chair.
    @Transactional
    public GroupId form(Wish wish) {
        var id = new GroupId(Ids.next());
        var size = wish.size();
        store.add(id, wish, clock.instant());
        charters.draft(id, size);
        trail.noteIn(wish.network().value(), Deed.GROUP_FORMED, id.value());
        return id;
    }

    /// The same with everybody already picked for it; they are invited from its page. All of them, each once, are of
    /// the network and fit in, or there is no group.
    @Transactional
    public GroupId form(Wish wish, List<ProfileId> picked) {
        var everybody = Set.copyOf(picked);
        if (everybody.size() > wish.largest()) {
            throw new IllegalArgumentException(everybody.size() + " do not fit into a group of " + wish.largest());
        }
        if (everybody.size() < picked.size() || !store.convenes(wish.network())) {
            throw new NotFound();
        }
        if (!against(wish.network(), picked).isEmpty()) {
            throw new IllegalArgumentException("they may not sit together");
        }
        var id = form(wish);
        seating.pick(id, wish.network(), picked);
        return id;
    }

    /// What forbids these to sit together.
    @Transactional(readOnly = true)
    public List<Objection> against(NetworkId network, List<ProfileId> picked) {
        return objections.among(network, picked).stream()
                .filter(Objection::forbids)
                .toList();
    }

    /// What became of a wish to form a group.
    public sealed interface Forming {

        record Formed(GroupId group) implements Forming {}

        record Against(List<Objection> why) implements Forming {}
    }

    /// The same by somebody who may sit in it themselves, and with the chair appointed where one is chosen.
    @Transactional
    public Forming form(Wish wish, List<ProfileId> picked, Optional<ProfileId> chair, String name) {
        var against = against(wish.network(), picked);
        if (!against.isEmpty()) {
            return new Forming.Against(against);
        }
        var id = form(wish, picked);
        seating.settle(id, chair, name);
        return new Forming.Formed(id);
    }

    /// A seat in an open group for somebody of the directory, by its chair; they are invited as everybody is. Why they
    /// cannot have one; nothing where they have.
    @Transactional
    public List<Message> offer(GroupId id, ProfileId profile) {
        return seating.offer(id, profile);
    }

    /// The same seat back, with the link that may be out for it, as long as nobody has taken it.
    @Transactional
    public void takeBack(GroupId id, ProfileId profile) {
        seating.takeBack(id, profile);
    }

    /// True for a convener of the network, who alone may form groups in it.
    @Transactional(readOnly = true)
    public boolean mayForm(NetworkId network) {
        return store.convenes(network);
    }

    /// For its convener and its chair.
    @Transactional(readOnly = true)
    public Circle arranged(GroupId id) {
        return circles.arranged(id);
    }

    /// What it is called and what it is for; what is signed keeps the words that were signed.
    @Transactional
    public void describe(GroupId id, String name, String purpose) {
        store.describe(arranged(id).id(), name, purpose);
    }

    /// What the charter asks the rest of the program to obey.
    @Transactional(readOnly = true)
    public Optional<CharterTerms> terms(GroupId id) {
        return charters.terms(id);
    }

    /// The same of a clause that this group has signed; empty where it has not, or has left it out.
    @Transactional(readOnly = true)
    public Optional<CharterTerms> terms(GroupId id, String clause) {
        return terms(id).filter(terms -> terms.clause(clause).isPresent());
    }

    /// How long a meeting is, where nobody says otherwise.
    @Transactional(readOnly = true)
    public int meetingMinutes(GroupId id) {
        return charters.terms(id).map(CharterTerms::meetingMinutes).orElse(USUAL_MINUTES);
    }

    /// A clause as this group signed it; empty where it has not, or has left it out.
    @Transactional(readOnly = true)
    public Optional<String> agreed(GroupId id, String clause) {
        return terms(id).flatMap(terms -> terms.clause(clause));
    }

    /// Opens the room that the chair's browser made and binds it to the group, both or neither: the beginning of its
    /// ledger, the first key, and the chair's copy of it. What the room's own rules refuse ends the request.
    @Transactional
    public Opening open(GroupId id, String room, List<LedgerEntry> entries, List<Rooms.Grant> grants) {
        var circle = circles.chaired(id);
        if (circle.open()) {
            return new Opening.OpenAlready();
        }
        if (!charters.signed(id, Acting.me())) {
            return new Opening.Unsigned();
        }
        return bind(id, rooms.open(id.value(), room, entries, grants));
    }

    private Opening bind(GroupId id, RoomId room) {
        var now = clock.instant();
        if (!store.bind(id, room, now)) {
            throw new RoomRefused("taken");
        }
        store.open(id, now);
        events.publishEvent(new RoomOpened(id, room, now));
        return new Opening.Opened(room);
    }
}
