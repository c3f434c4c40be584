package org.peerage.networks.directory;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.peerage.identity.trail.Deed;
import org.peerage.identity.trail.Trail;
import org.peerage.networks.NetworkGuest;
import org.peerage.networks.NetworkId;
import org.peerage.networks.Networks;
import org.peerage.networks.ProfileId;
import org.peerage.rosters.Column;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Ids;
import org.peerage.web.Message;
import org.peerage.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// People whom a convener writes into the directory one by one, corrects and takes out again, as long as nobody has
/// taken their seat: who has, looks after their own profile (`S4.20`).
@Component
class Newcomers {

    private static final int MOST_SHOWN = 100;

    private final Networks networks;
    private final ProfileStore store;
    private final Trail trail;
    private final List<NetworkGuest> guests;
    private final InstantSource clock;

    Newcomers(Networks networks, ProfileStore store, Trail trail, List<NetworkGuest> guests, InstantSource clock) {
        this.networks = networks;
        this.store = store;
        this.trail = trail;
        this.guests = List.copyOf(guests);
        this.clock = clock;
    }

    /// What became of the wish to take somebody out.
    enum Removing {
        REMOVED,
        /// They have a place in a group, or one in groups that are being sought.
        KEPT
    }

    @Transactional(readOnly = true)
    NewcomersPage page(NetworkId id) {
        return page(networks.convened(id), "", List.of(), 0);
    }

    private NewcomersPage page(Networks.Network network, String typed, List<Message> wrong, int added) {
        return new NewcomersPage(
                network,
                store.own(network.id()),
                store.vacant(network.id(), MOST_SHOWN),
                typed,
                wrong,
                added,
                guests.stream().flatMap(guest -> guest.next(network).stream()).toList());
    }

    /// Who can be read is in, and is not brought in twice; the lines of the others stay to be put right.
    @Transactional
    NewcomersPage add(NetworkId id, String typed) {
        var network = networks.convened(id);
        var lines = Introductions.of(typed).lines();
        if (lines.isEmpty()) {
            return page(network, typed, List.of(Message.of("networks.people.wrong.nobody")), 0);
        }
        if (lines.size() > Introductions.MOST) {
            return page(network, typed, List.of(Message.of("networks.people.wrong.many", Introductions.MOST)), 0);
        }
        var stays = new ArrayList<String>();
        var wrong = new ArrayList<Message>();
        var added = 0;
        var now = clock.instant();
        for (var line : lines) {
            switch (line) {
                case Introductions.Read(var _, var facts) -> {
                    if (!store.knows(id, facts)) {
                        // The latest stand first: a moment for each keeps the order in which they were typed.
                        store.add(new ProfileId(Ids.next()), id, facts, now.minus(added, ChronoUnit.MICROS));
                        added++;
                    }
                }
                case Introductions.Unreadable unread -> {
                    stays.add(unread.text());
                    wrong.add(Message.of("networks.people.wrong.line", unread.head(), unread.problem()));
                }
            }
        }
        if (added > 0) {
            trail.noteIn(id.value(), Deed.PEOPLE_ADDED, null);
        }
        return page(network, String.join("\n", stays), wrong, added);
    }

    /// Whoever convenes is one of the leaders as well.
    @Transactional
    void join(NetworkId id, String name) {
        networks.convened(id);
        networks.seat(id, null, Acting.me(), name);
    }

    @Transactional(readOnly = true)
    CorrectionPage correction(NetworkId id, ProfileId person) {
        return CorrectionPage.of(networks.convened(id), vacant(id, person));
    }

    /// Empty where it is done.
    @Transactional
    Optional<CorrectionPage> correct(NetworkId id, ProfileId person, ProfileForm form) {
        var network = networks.convened(id);
        var vacant = vacant(id, person);
        return switch (form.parse(
                vacant.facts(), List.of(Column.NAME, Column.ORGANISATION), "networks.people.wrong.name")) {
            case ProfileForm.Parsed.Invalid(var wrong) -> Optional.of(new CorrectionPage(network, vacant, form, wrong));
            case ProfileForm.Parsed.Valid(var facts) -> {
                if (!store.change(id, person, vacant.version(), facts, clock.instant())) {
                    throw new NotFound();
                }
                trail.noteIn(id.value(), Deed.PERSON_CORRECTED, person.value());
                yield Optional.empty();
            }
        };
    }

    @Transactional
    Removing remove(NetworkId id, ProfileId person) {
        networks.convened(id);
        vacant(id, person);
        if (guests.stream().anyMatch(guest -> guest.keeps(person))) {
            return Removing.KEPT;
        }
        store.remove(id, person);
        trail.noteIn(id.value(), Deed.PERSON_REMOVED, person.value());
        return Removing.REMOVED;
    }

    private ProfileStore.Profile vacant(NetworkId id, ProfileId person) {
        return store.find(id, person).filter(profile -> !profile.taken()).orElseThrow(NotFound::new);
    }
}
