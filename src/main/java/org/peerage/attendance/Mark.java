package org.peerage.attendance;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What the chair says of somebody at a meeting that the program does not see.
enum Mark {
    /// As the charter excuses: an emergency, an illness, caring for somebody.
    EXCUSED,
    LEFT_EARLY;

    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Mark> of(String key) {
        return Stream.of(values()).filter(mark -> mark.key().equals(key)).findFirst();
    }

    /// Whether it can be said of somebody: of whoever counts nothing there is nothing to excuse, and early goes only
    /// who was there.
    boolean fits(Presence one) {
        return switch (this) {
            case EXCUSED -> !one.away() && !one.excused();
            case LEFT_EARLY -> one.delay().isPresent() && !one.leftEarly();
        };
    }

    boolean on(Presence one) {
        return switch (this) {
            case EXCUSED -> one.excused();
            case LEFT_EARLY -> one.leftEarly();
        };
    }
}
