package org.peerage.groups.forming;

import java.util.List;
import java.util.Map;
import org.peerage.groups.Groups;
import org.peerage.networks.NetworkGuest;
import org.peerage.networks.Networks;
import org.peerage.networks.ProfileId;
import org.peerage.web.Link;
import org.peerage.web.Panel;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// The groups of a network on its own page, and the way to one more.
@Component
@Order(0)
class NetworkGroupsGuest implements NetworkGuest {

    private final NetworkGroupStore store;

    NetworkGroupsGuest(NetworkGroupStore store) {
        this.store = store;
    }

    @Override
    public List<Link> next(Networks.Network network) {
        return List.of(Link.to(Groups.forming(network.id()), "groups.list.form"));
    }

    @Override
    public boolean keeps(ProfileId leader) {
        return store.seats(leader);
    }

    @Override
    public List<Panel> panels(Networks.Network network) {
        var groups = store.named(network.id(), "", 1, NetworkGroupsPage.LINES);
        return List.of(
                new Panel("groups/forming/groupList", Map.of("page", new NetworkGroupsPage(network, groups, "", 1))));
    }
}
