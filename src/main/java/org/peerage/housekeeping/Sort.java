package org.peerage.housekeeping;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.peerage.rooms.Audience;
import org.peerage.rooms.TextKind;

/// What is kept, in the order in which a record shows it.
enum Sort {
    DECISION,
    NEED,
    LEAD;

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    TextKind kind() {
        return TextKind.once(key(), Audience.room());
    }

    static Optional<Sort> of(String key) {
        return Arrays.stream(values()).filter(sort -> sort.key().equals(key)).findFirst();
    }
}
