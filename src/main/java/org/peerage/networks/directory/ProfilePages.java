package org.peerage.networks.directory;

import java.util.List;
import java.util.Optional;
import org.peerage.networks.NetworkGuest;
import org.peerage.networks.NetworkId;
import org.peerage.networks.Networks;
import org.peerage.networks.ProfileId;
import org.peerage.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What the pages about one leader read.
@Component
class ProfilePages {

    private final Networks networks;
    private final ProfileStore store;
    private final CompanionStore companions;
    private final DirectoryStore directory;
    private final List<NetworkGuest> guests;

    ProfilePages(
            Networks networks,
            ProfileStore store,
            CompanionStore companions,
            DirectoryStore directory,
            List<NetworkGuest> guests) {
        this.networks = networks;
        this.store = store;
        this.companions = companions;
        this.directory = directory;
        this.guests = List.copyOf(guests);
    }

    @Transactional(readOnly = true)
    ProfilePage page(NetworkId id, ProfileId leader) {
        var network = networks.find(id).orElseThrow(NotFound::new);
        var profile = store.find(id, leader).orElseThrow(NotFound::new);
        return new ProfilePage(
                network,
                profile,
                guests.stream()
                        .flatMap(guest -> guest.links(network, leader).stream())
                        .toList(),
                network.convened() || profile.own() ? Optional.of(wanted(leader)) : Optional.empty());
    }

    /// In the order of the directory.
    private ProfilePage.Wanted wanted(ProfileId leader) {
        var mutual = companions.mutual(leader);
        return new ProfilePage.Wanted(
                directory.entries(companions.of(leader), 0, Companions.MOST).stream()
                        .map(entry -> new ProfilePage.Companion(entry, mutual.contains(entry.id())))
                        .toList(),
                "",
                Optional.empty(),
                List.of());
    }

    /// One's own profile, to be changed.
    @Transactional(readOnly = true)
    OwnProfilePage own(NetworkId id) {
        var network = networks.find(id).orElseThrow(NotFound::new);
        var own = store.own(id).orElseThrow(NotFound::new);
        return OwnProfilePage.of(network, own);
    }
}
