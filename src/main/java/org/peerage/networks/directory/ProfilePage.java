package org.peerage.networks.directory;

import java.util.List;
import java.util.Optional;
import org.peerage.networks.Networks;
import org.peerage.networks.ProfileId;
import org.peerage.rosters.Column;
import org.peerage.web.Link;
import org.peerage.web.Message;

/// A leader in the directory.
///
/// @param links ways to what other modules say of them
/// @param wanted with whom they would like to sit, where that is for the reader to know
record ProfilePage(Networks.Network network, ProfileStore.Profile profile, List<Link> links, Optional<Wanted> wanted)
        implements Networks.Within {

    private static final List<Column> SHOWN = List.of(
            Column.ORGANISATION,
            Column.ROLE_TITLE,
            Column.INDUSTRY,
            Column.SUBINDUSTRY,
            Column.TAGS,
            Column.TEAM_SIZE,
            Column.STAGE,
            Column.STATUS,
            Column.PLACE,
            Column.COUNTRY,
            Column.TIME_ZONE,
            Column.REMOTE,
            Column.LANGUAGES,
            Column.EXPERIENCE_YEARS,
            Column.HAS_DONE,
            Column.AIMS,
            Column.EMAIL);

    /// @param typed whom somebody looked for
    /// @param offered whom that may mean
    record Wanted(
            List<Companion> companions, String typed, Optional<Message> wrong, List<Directory.Suggestion> offered) {

        boolean full() {
            return companions.size() >= Companions.MOST;
        }
    }

    /// @param mutual the other wishes it too, as far as whoever asks may know
    record Companion(Directory.Entry entry, boolean mutual) {}

    static String address(Networks.Network network, ProfileId profile) {
        return network.directory() + "/" + profile;
    }

    List<Column> known() {
        return SHOWN.stream()
                .filter(column -> !profile.facts().text(column).isEmpty())
                .toList();
    }

    /// The same after a wish that could not be kept.
    ProfilePage with(String typed, Message wrong, List<Directory.Suggestion> offered) {
        return new ProfilePage(
                network,
                profile,
                links,
                wanted.map(said -> new Wanted(said.companions(), typed, Optional.of(wrong), offered)));
    }
}
