package org.peerage.proposals.runs;

import java.util.List;
import java.util.Optional;
import org.peerage.composition.Reason;
import org.peerage.composition.search.Rivals;
import org.peerage.networks.Networks;

/// Who competes with whom among the people a convener has chosen.
///
/// @param rivals the first of all pairs
/// @param unknown of how many it cannot be told
/// @param query what was typed, as in an address
record CompetitorsPage(
        Networks.Network network,
        int people,
        int pairs,
        List<Rivals> rivals,
        Optional<Reason.CompetitionUnknown> unknown,
        String query) {

    String base() {
        return network.id().address() + "/proposals";
    }
}
