package org.peerage.networks;

import java.util.List;
import java.util.stream.Stream;
import org.peerage.identity.PersonalLinks;
import org.peerage.identity.trail.Trail;
import org.peerage.web.Link;
import org.peerage.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What the page of a network reads.
@Component
class NetworkPages {

    private final NetworkStore store;
    private final List<NetworkGuest> guests;

    NetworkPages(NetworkStore store, List<NetworkGuest> guests) {
        this.store = store;
        this.guests = List.copyOf(guests);
    }

    @Transactional(readOnly = true)
    NetworkPage page(NetworkId id) {
        var network = store.find(id).orElseThrow(NotFound::new);
        return new NetworkPage(
                network,
                store.tally(id),
                store.hasProfile(id),
                network.convened() ? next(network) : List.of(),
                guests.stream().flatMap(guest -> guest.panels(network).stream()).toList(),
                network.convened() ? links(network) : List.of());
    }

    private List<Link> links(Networks.Network network) {
        var settings = guests.stream().flatMap(guest -> guest.settings(network).stream());
        return Stream.concat(
                        Stream.of(PersonalLinks.helping(), Trail.of(network.id().value())), settings)
                .toList();
    }

    private List<Link> next(Networks.Network network) {
        return guests.stream().flatMap(guest -> guest.next(network).stream()).toList();
    }
}
