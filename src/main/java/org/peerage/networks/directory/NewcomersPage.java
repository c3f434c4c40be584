package org.peerage.networks.directory;

import java.util.List;
import java.util.Optional;
import org.peerage.networks.Networks;
import org.peerage.web.Link;
import org.peerage.web.Message;

/// The people of a network whose seat nobody has taken, to be written down, corrected and taken out.
///
/// @param own the convener's own profile, where they are among the leaders
/// @param people those who came or changed last
/// @param typed what could not be read, and stays
/// @param next what may be done with them now
record NewcomersPage(
        Networks.Network network,
        Optional<ProfileStore.Profile> own,
        List<ProfileStore.Profile> people,
        String typed,
        List<Message> wrong,
        int added,
        List<Link> next)
        implements Networks.Within {

    NewcomersPage with(Message problem) {
        return new NewcomersPage(network, own, people, typed, List.of(problem), added, next);
    }
}
