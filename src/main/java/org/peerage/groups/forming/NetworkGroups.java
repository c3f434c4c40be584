package org.peerage.groups.forming;

import org.peerage.networks.NetworkId;
import org.peerage.networks.Networks;
import org.peerage.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The groups of a network as far as the acting person may see them: all for a convener, their own for everybody else.
@Component
class NetworkGroups {

    private final Networks networks;
    private final NetworkGroupStore store;

    NetworkGroups(Networks networks, NetworkGroupStore store) {
        this.networks = networks;
        this.store = store;
    }

    /// By name; only those whose name has the words in it.
    @Transactional(readOnly = true)
    NetworkGroupsPage named(NetworkId network, String words, int page) {
        var found = networks.find(network).orElseThrow(NotFound::new);
        return new NetworkGroupsPage(
                found, store.named(network, words, page, NetworkGroupsPage.LINES), words.strip(), page);
    }
}
