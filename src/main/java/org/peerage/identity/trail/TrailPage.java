package org.peerage.identity.trail;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.peerage.web.Shell;

/// What `/keys/trail` shows, and the trail of a network.
///
/// @param whose the person, or the network
/// @param network empty where it is a person's own
/// @param reader who looks at it
/// @param names of those who did it, in a network, as far as they are in its directory
/// @param chain as the server has just followed it
/// @param zone by which the reader's clock goes
/// @param next the number of the last line of this page, where there are older ones
record TrailPage(
        UUID whose,
        Optional<Conveners.Convened> network,
        UUID reader,
        Map<UUID, String> names,
        Chain chain,
        List<Entry> lines,
        ZoneId zone,
        Optional<Long> next) {

    TrailPage {
        lines = List.copyOf(lines);
        names = Map.copyOf(names);
    }

    String address() {
        return network.isPresent() ? Trail.address(whose) : "/keys/trail";
    }

    /// Of a sentence of the page that is another for a network.
    String key(String word) {
        return (network.isPresent() ? "identity.trail.network." : "identity.trail.") + word;
    }

    /// What a later program has written and this one does not know is said to be there.
    String told(Shell shell, Entry line) {
        if (network.isEmpty()) {
            return shell.text(key(line));
        }
        var what = shell.text(keyInNetwork(line));
        if (line.person().equals(reader)) {
            return shell.text("identity.trail.by.you", what);
        }
        var name = names.get(line.person());
        return name == null
                ? shell.text("identity.trail.by.unknown", what)
                : shell.text("identity.trail.by", what, name);
    }

    private static String key(Entry line) {
        var word = Deed.of(line.kind()).map(Deed::word).orElse("other");
        return "identity.trail.of." + word;
    }

    private static String keyInNetwork(Entry line) {
        var word = Deed.of(line.kind()).filter(Deed::inNetwork).map(Deed::word).orElse("other");
        return "identity.trail.in." + word;
    }
}
