package org.peerage.sponsors;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/// Words for whoever sponsors, and whether the group has agreed to show them.
record Theme(UUID id, String words, State state, Instant askedAt) {

    static final int LONGEST = 160;

    enum State {
        ASKED,
        AGREED,
        DECLINED,
        WITHDRAWN,
        /// Agreed once, and taken down again.
        DOWN;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    boolean shown() {
        return state == State.AGREED;
    }
}
