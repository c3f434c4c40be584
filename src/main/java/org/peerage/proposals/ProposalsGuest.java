package org.peerage.proposals;

import java.util.List;
import org.peerage.networks.NetworkGuest;
import org.peerage.networks.Networks;
import org.peerage.networks.ProfileId;
import org.peerage.proposals.people.LeaderNames;
import org.peerage.web.Link;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Composing groups of a network, from its page.
@Component
@Order(1)
class ProposalsGuest implements NetworkGuest {

    private final LeaderNames leaders;

    ProposalsGuest(LeaderNames leaders) {
        this.leaders = leaders;
    }

    @Override
    public boolean keeps(ProfileId leader) {
        return leaders.proposed(leader);
    }

    @Override
    public List<Link> next(Networks.Network network) {
        return List.of(Link.to(network.id().address() + "/proposals", "proposals.link"));
    }
}
