package org.peerage.placing;

import java.util.List;
import org.peerage.networks.Networks;
import org.peerage.networks.directory.Directory;
import org.peerage.web.Shell;

/// The groups that a leader may join, the one first that would be best with them.
record PlacementsPage(Networks.Network network, Directory.Entry entry, Placing.Places places) {

    /// The first are shown at once, the others when they are asked for.
    private static final int FIRST = 20;

    List<Placing.Place> first() {
        return places.open().stream().limit(FIRST).toList();
    }

    List<Placing.Place> others() {
        return places.open().stream().skip(FIRST).toList();
    }

    boolean free() {
        return places.seats().isEmpty();
    }

    String why(Placing.Place place, Shell shell) {
        return Placing.why(place.candidate(), shell);
    }
}
