package org.peerage.networks.roster;

import org.peerage.networks.Networks;

/// What an import has done.
record ImportDonePage(Networks.Network network, Upload.Outcome outcome) implements Networks.Within {

    int count(Roster.Kind kind) {
        return outcome.counts().getOrDefault(kind, 0);
    }
}
