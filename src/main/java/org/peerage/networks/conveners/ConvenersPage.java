package org.peerage.networks.conveners;

import java.util.List;
import org.peerage.networks.Networks;

/// Who convenes a network, and who of its people may as well.
///
/// @param sought the words by which a person was looked for
/// @param people who may be appointed
/// @param more whether there are others whom these words fit
/// @param nobodyLeft whether somebody wanted to end it for the only one
record ConvenersPage(
        Networks.Network network,
        List<ConvenerStore.Convener> conveners,
        String sought,
        List<ConvenerStore.Convener> people,
        boolean more,
        boolean nobodyLeft)
        implements Networks.Within {

    ConvenersPage withNobodyLeft() {
        return new ConvenersPage(network, conveners, sought, people, more, true);
    }

    boolean alone() {
        return conveners.size() < 2;
    }
}
