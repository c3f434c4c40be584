package org.peerage.visits;

import java.util.Locale;

/// How far a visit has come.
enum VisitState {
    INVITED,
    /// The guest has signed.
    PLEDGED,
    VISITED,
    /// The guest would like to go on.
    GOES_ON,
    /// The guest would not.
    STOPS,
    CLOSED;

    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static VisitState of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /// Still to come.
    boolean isAhead() {
        return this == INVITED || this == PLEDGED;
    }

    /// Nothing of it keeps a group from deciding.
    boolean isSettled() {
        return this == GOES_ON || this == CLOSED;
    }
}
