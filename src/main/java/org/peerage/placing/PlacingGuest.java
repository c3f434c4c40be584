package org.peerage.placing;

import java.util.List;
import org.peerage.groups.Circle;
import org.peerage.groups.GroupGuest;
import org.peerage.groups.NextStep;
import org.peerage.groups.Shelf;
import org.peerage.groups.Way;
import org.peerage.networks.NetworkGuest;
import org.peerage.networks.Networks;
import org.peerage.networks.ProfileId;
import org.peerage.web.Link;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Who would suit a group, from its page, for those who arrange it; and which group suits a leader, from theirs, for a
/// convener.
@Component
@Order(1)
class PlacingGuest implements GroupGuest, NetworkGuest {

    @Override
    public List<Way> ways(Circle circle) {
        return circle.arranged()
                ? List.of(Way.to(Shelf.PEOPLE, circle.id().address() + "/candidates", "placing.candidates.link"))
                : List.of();
    }

    @Override
    public List<NextStep> next(Circle circle) {
        return List.of();
    }

    @Override
    public List<Link> links(Networks.Network network, ProfileId leader) {
        return network.convened()
                ? List.of(Link.to(network.id().address() + "/placements/" + leader, "placing.link"))
                : List.of();
    }
}
