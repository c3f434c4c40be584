package org.peerage.networks;

import java.util.List;
import org.peerage.web.Link;
import org.peerage.web.Panel;

/// The first page of a network.
///
/// @param hasProfile whoever looks is among its leaders
/// @param next what a convener may do with the leaders
/// @param panels what other modules show of it
/// @param links ways to pages of other modules
record NetworkPage(
        Networks.Network network,
        NetworkStore.Tally tally,
        boolean hasProfile,
        List<Link> next,
        List<Panel> panels,
        List<Link> links)
        implements Networks.Within {

    /// Whoever convenes it has brought nobody in yet.
    boolean alone() {
        return tally.leaders() <= (hasProfile ? 1 : 0);
    }
}
