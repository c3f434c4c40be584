package org.peerage.proposals.runs;

import java.util.Locale;

/// How far a run is. The last three are ends.
enum RunState {
    WAITING,
    RUNNING,
    DONE,
    STOPPED,
    FAILED;

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static RunState of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }

    boolean open() {
        return this == WAITING || this == RUNNING;
    }
}
