package org.peerage.placing;

import java.util.List;
import org.peerage.composition.SizeLimits;
import org.peerage.groups.GroupId;
import org.peerage.networks.NetworkId;
import org.peerage.networks.ProfileId;

/// A group that people sit in, or are asked to, as whoever looks for somebody to join it sees it.
record SeatedGroup(
        GroupId id,
        NetworkId network,
        String name,
        SizeLimits size,
        List<ProfileId> people,
        boolean convened,
        boolean chaired) {

    boolean full() {
        return people.size() >= size.most();
    }
}
