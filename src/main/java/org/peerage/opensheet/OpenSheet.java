package org.peerage.opensheet;

import java.time.Instant;
import java.util.Set;
import org.peerage.groups.GroupId;
import org.peerage.networks.NetworkId;
import org.peerage.tenancy.PersonId;

/// That a group shows itself, and where.
///
/// @param listed also on the network's page of such sheets
/// @param named those who have agreed to be named on it
record OpenSheet(
        GroupId group,
        NetworkId network,
        String token,
        boolean listed,
        PersonId publishedBy,
        Instant publishedAt,
        Set<PersonId> named) {

    OpenSheet {
        named = Set.copyOf(named);
    }

    String address() {
        return "/open/" + token;
    }

    /// Of the page on which it is published and taken back.
    static String settings(GroupId group) {
        return group.address() + "/open-sheet";
    }

    /// Of the page that lists a network's sheets.
    static String list(NetworkId network) {
        return "/open" + network.address();
    }
}
