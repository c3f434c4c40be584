package org.peerage.networks;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peerage.identity.LinkAccepted;
import org.peerage.identity.People;
import org.peerage.identity.trail.Deed;
import org.peerage.identity.trail.Trail;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Actor;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import org.peerage.tenancy.Scope;
import org.peerage.web.Labelled;
import org.peerage.web.NotFound;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The networks that the acting person belongs to, and the ways into one.
@Component
public class Networks {

    static final String FOUND = "networks.found";
    private static final Actor SEATING = new Actor.Program("networks.seating");
    private static final Actor INTRODUCING = new Actor.Program("networks.introducing");

    private final NetworkStore store;
    private final SeatingStore seats;
    private final Trail trail;
    private final Scope scope;
    private final InstantSource clock;

    Networks(NetworkStore store, SeatingStore seats, Trail trail, Scope scope, InstantSource clock) {
        this.store = store;
        this.seats = seats;
        this.trail = trail;
        this.scope = scope;
        this.clock = clock;
    }

    /// A network as one of its people sees it.
    public record Network(NetworkId id, String name, String purpose, ZoneId zone, String labels, boolean convened)
            implements Labelled {

        /// Of the page that shows its leaders.
        public String directory() {
            return id.address() + "/directory";
        }

        /// Of the page on which they are written down one by one.
        public String people() {
            return id.address() + "/people";
        }

        /// Of the page that brings them in from a list.
        public String roster() {
            return id.address() + "/import";
        }
    }

    /// What is shown of one network, in its words.
    public interface Within extends Labelled {

        Network network();

        @Override
        default String labels() {
            return network().labels();
        }
    }

    /// Of the page on which somebody with the leave to do so founds one.
    public static String founding() {
        return "/networks/new";
    }

    /// What came of seating a person.
    public sealed interface Seating {

        /// The profile that the person now has in the network.
        record Seated(ProfileId profile) implements Seating {}

        /// Somebody else sits behind that profile, or it is not in that network. Nothing was changed.
        record Taken() implements Seating {}
    }

    sealed interface Founding {

        record Founded(NetworkId network) implements Founding {}

        /// No link gives this person leave to found a network, or the leave is spent.
        record NoLeave() implements Founding {}
    }

    @Transactional(readOnly = true)
    public List<Network> mine() {
        return store.mine();
    }

    /// Empty where there is no such network, or it is not for the acting person to know.
    @Transactional(readOnly = true)
    public Optional<Network> find(NetworkId id) {
        return store.find(id);
    }

    /// For whoever convenes it; to everybody else it is not there.
    @Transactional(readOnly = true)
    public Network convened(NetworkId id) {
        return store.find(id).filter(Network::convened).orElseThrow(NotFound::new);
    }

    @Transactional(readOnly = true)
    public boolean mayFound() {
        return store.leaveToFound().isPresent();
    }

    /// Brings a person into a network in the caller's transaction, when they have taken up a seat: they become a
    /// member and sit behind the profile that was meant for them, with the name they gave. Without a profile, or
    /// where they have one already, they keep or get one of their own. The caller answers for the leave to do so.
    @Transactional
    public Seating seat(NetworkId network, @Nullable ProfileId profile, PersonId person, String name) {
        return scope.actingAs(SEATING, () -> {
            var now = clock.instant();
            var own = seats.profileOf(network, person);
            ProfileId seated;
            if (own.isPresent() && (profile == null || own.get().equals(profile) || !seats.removeBare(own.get()))) {
                seated = own.get();
            } else if (profile == null) {
                seated = new ProfileId(Ids.next());
                seats.addProfile(seated, network, person, name, now);
            } else if (seats.take(profile, network, person, name, now)) {
                seated = profile;
            } else {
                return new Seating.Taken();
            }
            seats.addMember(network, person, now);
            return new Seating.Seated(seated);
        });
    }

    /// Somebody whom a group of this network has chosen has a place in its directory from now on, with nobody behind it
    /// yet. In the caller's transaction; the caller answers for the leave to do so.
    @Transactional
    public ProfileId introduce(NetworkId network, String name, String organisation, String roleTitle) {
        return scope.actingAs(INTRODUCING, () -> {
            var id = new ProfileId(Ids.next());
            seats.introduce(id, network, name, organisation, roleTitle, clock.instant());
            return id;
        });
    }

    /// Spends the leave, founds the network and makes the founder its convener, all or nothing.
    @Transactional
    Founding found(NetworkForm.Command command) {
        var leave = store.leaveToFound();
        var id = new NetworkId(Ids.next());
        if (leave.isEmpty() || !store.spend(leave.get(), id)) {
            return new Founding.NoLeave();
        }
        var now = clock.instant();
        store.add(id, command, Acting.me(), now);
        store.addConvener(id, Acting.me(), now);
        trail.noteIn(id.value(), Deed.NETWORK_FOUNDED, null);
        return new Founding.Founded(id);
    }

    /// The same by somebody who is one of its leaders: in the directory from the first moment.
    @Transactional
    Founding foundAmong(NetworkForm.Command command, String name) {
        var founding = found(command);
        if (founding instanceof Founding.Founded(var network)) {
            seat(network, null, Acting.me(), name);
        }
        return founding;
    }

    @Transactional
    void change(NetworkId id, NetworkForm.Command command) {
        convened(id);
        store.change(id, command);
        trail.noteIn(id.value(), Deed.NETWORK_CHANGED, null);
    }

    @EventListener
    @Transactional
    void on(People.Renamed renamed) {
        scope.actingAs(SEATING, () -> {
            seats.rename(renamed.person(), renamed.name(), renamed.at());
            return renamed.person();
        });
    }

    @EventListener
    @Transactional
    void on(LinkAccepted accepted) {
        if (accepted.kind().equals(FOUND)) {
            scope.actingAs(SEATING, () -> {
                seats.grantFounding(accepted.link(), accepted.person(), accepted.at());
                return accepted.link();
            });
        }
    }
}
