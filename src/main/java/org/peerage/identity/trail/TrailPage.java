package org.peerage.identity.trail;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// What `/keys/trail` shows.
///
/// @param zone by which the reader's clock goes
/// @param next the last line of this page, where there are older ones
record TrailPage(List<TrailStore.Line> lines, ZoneId zone, Optional<UUID> next) {

    private static final Set<String> KNOWN = Set.of(
            "enrolled",
            "signed-in",
            "locks-fetched",
            "link-made",
            "passkey-added",
            "passkey-removed",
            "words-replaced",
            "device-linked",
            "new-keys",
            "new-keys-away",
            "new-keys-taken");

    TrailPage {
        lines = List.copyOf(lines);
    }

    /// Of the sentence that says it. What a later program has written and this one does not know is said to be there.
    static String key(TrailStore.Line line) {
        return "identity.trail.of." + (KNOWN.contains(line.kind()) ? line.kind() : "other");
    }
}
