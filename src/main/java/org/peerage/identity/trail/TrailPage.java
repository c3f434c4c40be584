package org.peerage.identity.trail;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What `/keys/trail` shows.
///
/// @param person whose it is
/// @param chain as the server has just followed it
/// @param zone by which the reader's clock goes
/// @param next the number of the last line of this page, where there are older ones
record TrailPage(UUID person, Chain chain, List<Entry> lines, ZoneId zone, Optional<Long> next) {

    TrailPage {
        lines = List.copyOf(lines);
    }

    /// Of the sentence that says it. What a later program has written and this one does not know is said to be there.
    static String key(Entry line) {
        return "identity.trail.of." + Deed.of(line.kind()).map(Deed::word).orElse("other");
    }
}
