package org.peerage.farewell;

import java.util.Locale;

/// How far a farewell has come.
enum Stage {
    /// The chair is told and nobody else.
    TOLD,
    /// The chair has spoken with them.
    HEARD,
    /// The group knows.
    ANNOUNCED,
    /// Taken back.
    STAYED,
    /// Out of the room.
    GONE;

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Stage of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }

    boolean open() {
        return this != STAYED && this != GONE;
    }
}
