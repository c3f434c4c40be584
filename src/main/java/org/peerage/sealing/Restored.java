package org.peerage.sealing;

import java.util.HashSet;
import java.util.Set;

/// A room that does not reach as far as somebody remembers it. Whether it was brought back from a backup or is being
/// hidden no program can tell; its members can, and say so by a signed majority (ADR-0038).
///
/// @param fork the last entry that is in both
/// @param here who was in the room then
/// @param voices those of them who have signed since that it stands as it does, and are not known to have gone later
record Restored(long fork, Set<String> here, Set<String> voices) {

    static Restored of(Ledger remembered, Ledger now) {
        var fork = -1L;
        while (fork < Math.min(remembered.seq(), now.seq())
                && remembered.head(fork + 1).equals(now.head(fork + 1))) {
            fork++;
        }
        var here = new HashSet<String>();
        for (var fingerprint : now.members().keySet()) {
            if (now.isIn(fingerprint, fork)) {
                here.add(fingerprint);
            }
        }
        var voices = new HashSet<String>();
        for (var accepted : now.accepted()) {
            if (accepted.seq() > fork && here.contains(accepted.by()) && stays(remembered, accepted.by())) {
                voices.add(accepted.by());
            }
        }
        return new Restored(fork, Set.copyOf(here), Set.copyOf(voices));
    }

    /// More than half of all who were in it, however many of them have gone since.
    boolean isAccepted() {
        return voices.size() > here.size() / 2;
    }

    private static boolean stays(Ledger remembered, String fingerprint) {
        var member = remembered.members().get(fingerprint);
        return member != null && member.active();
    }
}
