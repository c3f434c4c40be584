package org.peerage.networks.export;

import java.util.List;
import java.util.Optional;
import org.peerage.identity.trail.Deed;
import org.peerage.identity.trail.Trail;
import org.peerage.networks.NetworkId;
import org.peerage.networks.Networks;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The whole directory of a network, in its order and a portion at a time, for its convener: as long as they are.
@Component
class Exports {

    private static final int MOST = 500;

    private final Networks networks;
    private final Trail trail;
    private final ExportStore store;

    Exports(Networks networks, Trail trail, ExportStore store) {
        this.networks = networks;
        this.trail = trail;
        this.store = store;
    }

    /// Writes down that somebody takes it, and gives the network's name.
    @Transactional
    String begin(NetworkId id) {
        var network = networks.convened(id);
        trail.noteIn(id.value(), Deed.PEOPLE_TAKEN, null);
        return network.name();
    }

    @Transactional(readOnly = true)
    List<ExportStore.Person> after(NetworkId network, Optional<ExportStore.Person> last) {
        return store.after(networks.convened(network).id(), last, MOST);
    }
}
