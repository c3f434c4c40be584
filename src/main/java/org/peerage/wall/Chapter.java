package org.peerage.wall;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.peerage.rooms.Audience;
import org.peerage.rooms.TextKind;

/// A chapter of the group's own book.
enum Chapter {
    PURPOSE,
    PLAN,
    NORMS;

    TextKind kind() {
        return TextKind.once("book-" + key(), Audience.room());
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Chapter> of(String key) {
        return Stream.of(values()).filter(chapter -> chapter.key().equals(key)).findFirst();
    }
}
