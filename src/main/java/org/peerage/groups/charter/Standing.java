package org.peerage.groups.charter;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/// How somebody stands to the charter in force, and the chair to their term.
///
/// @param months after which the charter is signed again
/// @param signed when they did so last
/// @param chairMonths how long a term is
/// @param chairSince since when whoever has the chair has it; empty until the room is open
record Standing(int months, Optional<Instant> signed, int chairMonths, Optional<Instant> chairSince) {

    /// Empty: they have not signed it yet.
    Optional<Instant> again(ZoneId zone) {
        return signed.map(at -> after(at, months, zone));
    }

    Optional<Instant> termEnds(ZoneId zone) {
        return chairSince.map(at -> after(at, chairMonths, zone));
    }

    static Instant after(Instant moment, int months, ZoneId zone) {
        return moment.atZone(zone).plusMonths(months).toInstant();
    }
}
