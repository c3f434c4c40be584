package org.peerage.networks;

import java.util.List;
import org.peerage.web.Link;
import org.peerage.web.Panel;

/// A module on the pages about networks: its ways in, and what it shows of a network. One bean a module; `@Order` says
/// whose come first. Called in the transaction of the page, for whoever acts.
public interface NetworkGuest {

    /// On the page of a network that has leaders, for its convener: what may be done with them now.
    default List<Link> next(Networks.Network network) {
        return List.of();
    }

    /// On the page of a network, for its convener: what is set up once.
    default List<Link> settings(Networks.Network network) {
        return List.of();
    }

    /// On the page of a network, for everybody in it.
    default List<Panel> panels(Networks.Network network) {
        return List.of();
    }

    /// On the page of a leader in the directory.
    default List<Link> links(Networks.Network network, ProfileId leader) {
        return List.of();
    }

    /// Whether this module holds a place for a leader whose seat nobody has taken; then they stay in the directory.
    default boolean keeps(ProfileId leader) {
        return false;
    }
}
