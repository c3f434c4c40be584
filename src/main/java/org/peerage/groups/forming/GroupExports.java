package org.peerage.groups.forming;

import java.util.List;
import java.util.Optional;
import org.peerage.identity.trail.Deed;
import org.peerage.identity.trail.Trail;
import org.peerage.networks.NetworkId;
import org.peerage.networks.Networks;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The groups of a network with their seats, a portion at a time, for its convener: as long as they are.
@Component
class GroupExports {

    private static final int MOST = 200;

    private final Networks networks;
    private final Trail trail;
    private final GroupFileStore store;

    GroupExports(Networks networks, Trail trail, GroupFileStore store) {
        this.networks = networks;
        this.trail = trail;
        this.store = store;
    }

    /// Writes down that somebody takes it, and gives the network's name.
    @Transactional
    String begin(NetworkId id) {
        var network = networks.convened(id);
        trail.noteIn(id.value(), Deed.GROUPS_TAKEN, null);
        return network.name();
    }

    @Transactional(readOnly = true)
    List<GroupFileStore.Whole> after(NetworkId network, Optional<GroupFileStore.Whole> last) {
        return store.after(networks.convened(network).id(), last, MOST);
    }
}
