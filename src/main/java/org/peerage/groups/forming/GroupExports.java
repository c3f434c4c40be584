package org.peerage.groups.forming;

import java.util.List;
import java.util.Optional;
import org.peerage.networks.NetworkId;
import org.peerage.networks.Networks;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The groups of a network with their seats, a portion at a time, for its convener: as long as they are.
@Component
class GroupExports {

    private static final int MOST = 200;

    private final Networks networks;
    private final GroupFileStore store;

    GroupExports(Networks networks, GroupFileStore store) {
        this.networks = networks;
        this.store = store;
    }

    @Transactional(readOnly = true)
    String nameOf(NetworkId network) {
        return networks.convened(network).name();
    }

    @Transactional(readOnly = true)
    List<GroupFileStore.Whole> after(NetworkId network, Optional<GroupFileStore.Whole> last) {
        return store.after(networks.convened(network).id(), last, MOST);
    }
}
