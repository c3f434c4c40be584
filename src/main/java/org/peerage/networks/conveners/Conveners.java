package org.peerage.networks.conveners;

import org.peerage.identity.trail.Deed;
import org.peerage.identity.trail.Trail;
import org.peerage.networks.NetworkId;
import org.peerage.networks.Networks;
import org.peerage.tenancy.PersonId;
import org.peerage.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// A convener takes somebody of the network in to convene it as well, and takes that back, also for themselves. One
/// always stays: the database keeps to it, whoever acts at the same moment (ADR-0050).
@Component
class Conveners {

    /// How many are shown to choose from.
    static final int MOST = 20;

    private final Networks networks;
    private final ConvenerStore store;
    private final ConvenerNotices notices;
    private final Trail trail;

    Conveners(Networks networks, ConvenerStore store, ConvenerNotices notices, Trail trail) {
        this.networks = networks;
        this.store = store;
        this.notices = notices;
        this.trail = trail;
    }

    enum Ending {
        ENDED,
        /// Nobody else convenes it. Nothing was changed.
        LAST
    }

    @Transactional(readOnly = true)
    ConvenersPage page(NetworkId id, String who) {
        var network = networks.convened(id);
        var people = store.others(id, who, MOST + 1);
        return new ConvenersPage(
                network,
                store.conveners(id),
                who.strip(),
                people.stream().limit(MOST).toList(),
                people.size() > MOST,
                false);
    }

    /// Whoever convenes it already goes on doing so, and nobody is told again.
    @Transactional
    void appoint(NetworkId id, PersonId person) {
        var network = networks.convened(id);
        if (store.convenes(id, person)) {
            return;
        }
        if (!store.appoint(id, person)) {
            throw new NotFound();
        }
        trail.noteIn(id.value(), Deed.CONVENER_APPOINTED, person.value());
        notices.appointed(network, person, store.name(id, person));
    }

    /// What is written down comes first: afterwards whoever ended it for themselves may write nothing there any more.
    @Transactional
    Ending end(NetworkId id, PersonId person) {
        var network = networks.convened(id);
        if (!store.convenes(id, person)) {
            throw new NotFound();
        }
        if (!store.anotherConvenes(id, person)) {
            return Ending.LAST;
        }
        trail.noteIn(id.value(), Deed.CONVENER_ENDED, person.value());
        notices.ended(network, person, store.name(id, person));
        if (!store.end(id, person)) {
            throw new NotFound();
        }
        return Ending.ENDED;
    }
}
