package org.peerage.breach;

import java.util.Locale;

/// How far a breach has come. Before it is contained there is a report, and no breach.
enum State {
    CONTAINED,
    HEARD,
    HEARING,
    VOTING,
    DECIDED,
    REPAIRED,
    CLOSED;

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static State of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
