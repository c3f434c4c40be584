package org.peerage.proposals.runs;

import java.util.List;
import org.peerage.composition.search.Rivals;
import org.peerage.networks.Networks;

/// Who competes with whom among the people a convener has chosen.
///
/// @param rivals the first of all pairs
/// @param query what was typed, as in an address
record CompetitorsPage(Networks.Network network, int people, int pairs, List<Rivals> rivals, String query) {

    String base() {
        return network.id().address() + "/proposals";
    }
}
