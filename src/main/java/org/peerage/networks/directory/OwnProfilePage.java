package org.peerage.networks.directory;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.peerage.networks.LeaderFacts;
import org.peerage.networks.NetworkForm;
import org.peerage.networks.Networks;
import org.peerage.rosters.Column;
import org.peerage.web.Message;

/// One's own profile in a network, being changed.
///
/// @param version the one that what is typed is about
/// @param stale the profile changed while the person typed; what is stored now stands beside what was typed
record OwnProfilePage(
        Networks.Network network,
        ProfileStore.Profile profile,
        ProfileForm form,
        int version,
        Map<Column, Message> wrong,
        Optional<LeaderFacts> stale)
        implements Networks.Within {

    static OwnProfilePage of(Networks.Network network, ProfileStore.Profile own) {
        var form = ProfileForm.of(ProfileForm.FIELDS, own.facts()::text);
        return new OwnProfilePage(network, own, form, own.version(), Map.of(), Optional.empty());
    }

    OwnProfilePage wrong(ProfileForm typed, int read, Map<Column, Message> problems) {
        return new OwnProfilePage(network, profile, typed, read, problems, Optional.empty());
    }

    OwnProfilePage stale(ProfileForm typed) {
        return new OwnProfilePage(network, profile, typed, profile.version(), Map.of(), Optional.of(profile.facts()));
    }

    List<String> zones() {
        return NetworkForm.zones();
    }
}
