package org.peerage.proposals.runs;

import java.util.List;
import org.peerage.networks.Networks;
import org.peerage.proposals.Proposals;

/// The proposals and the runs of a network.
record RunsPage(Networks.Network network, List<Proposals.Line> proposals, List<Run> runs) {

    String base() {
        return network.id().address() + "/proposals";
    }
}
