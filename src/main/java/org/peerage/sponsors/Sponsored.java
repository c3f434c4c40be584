package org.peerage.sponsors;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.GroupId;
import org.peerage.networks.NetworkId;

/// What somebody sponsors: a network, or one group of it.
record Sponsored(NetworkId network, Optional<GroupId> group) {

    static Sponsored of(NetworkId network) {
        return new Sponsored(network, Optional.empty());
    }

    static Sponsored of(NetworkId network, GroupId group) {
        return new Sponsored(network, Optional.of(group));
    }

    boolean whole() {
        return group.isEmpty();
    }

    @Nullable UUID groupId() {
        return group.map(GroupId::value).orElse(null);
    }

    /// Of the page that sponsor and members see.
    String address() {
        return group.map(GroupId::address).orElseGet(network::address) + "/sponsor";
    }
}
