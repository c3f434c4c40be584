package org.peerage.networks.roster;

import org.peerage.networks.LeaderFacts;
import org.peerage.places.Places;
import org.peerage.rosters.Column;

/// Where an organisation is, and whether two descriptions of it may be of one place.
final class Whereabouts {

    private Whereabouts() {}

    static String of(LeaderFacts facts) {
        var place = facts.text(Column.PLACE);
        var country = facts.text(Column.COUNTRY);
        return place.isEmpty() || country.isEmpty() ? place + country : place + ", " + country;
    }

    /// Both are said, and they are not the same place: "New York" and "New York, NY, USA" are.
    static boolean differ(LeaderFacts one, LeaderFacts other) {
        var here = LeaderFacts.plain(of(one));
        var there = LeaderFacts.plain(of(other));
        if (here.isEmpty() || there.isEmpty() || here.equals(there)) {
            return false;
        }
        var town = Places.find(here);
        var otherTown = Places.find(there);
        if (town.isPresent() && otherTown.isPresent()) {
            return !town.equals(otherTown);
        }
        return !(here.startsWith(there + ",") || there.startsWith(here + ","));
    }
}
