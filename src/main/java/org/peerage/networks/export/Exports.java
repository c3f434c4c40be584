package org.peerage.networks.export;

import java.util.List;
import java.util.Optional;
import org.peerage.networks.NetworkId;
import org.peerage.networks.Networks;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The whole directory of a network, in its order and a portion at a time, for its convener: as long as they are.
@Component
class Exports {

    private static final int MOST = 500;

    private final Networks networks;
    private final ExportStore store;

    Exports(Networks networks, ExportStore store) {
        this.networks = networks;
        this.store = store;
    }

    @Transactional(readOnly = true)
    String nameOf(NetworkId network) {
        return networks.convened(network).name();
    }

    @Transactional(readOnly = true)
    List<ExportStore.Person> after(NetworkId network, Optional<ExportStore.Person> last) {
        return store.after(networks.convened(network).id(), last, MOST);
    }
}
