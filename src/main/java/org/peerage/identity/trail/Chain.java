package org.peerage.identity.trail;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Follows one chain from its beginning, entry by entry, and remembers where it breaks first. That entries are missing
/// at its end it cannot see: only who has kept a mark of them can.
final class Chain {

    private static final int SHOWN = 16;

    private long count;
    private String last = Entry.BEGINNING;
    private @Nullable Instant since;
    private @Nullable Entry broken;

    void follow(Entry entry) {
        if (broken == null && (entry.number() != count + 1 || !entry.mark().equals(entry.due(last)))) {
            broken = entry;
        }
        if (since == null) {
            since = entry.at();
        }
        count++;
        last = entry.mark();
    }

    long count() {
        return count;
    }

    String last() {
        return last;
    }

    Optional<Instant> since() {
        return Optional.ofNullable(since);
    }

    /// The first that is not what was written, or does not follow on the one before it.
    Optional<UUID> broken() {
        return Optional.ofNullable(broken).map(Entry::id);
    }

    /// So much of the last mark as a person can write down; to find a list of another content with the same takes more
    /// than anybody has.
    String shown() {
        return shown(last);
    }

    static String shown(String mark) {
        return mark.substring(0, SHOWN).toUpperCase(Locale.ROOT).replaceAll("(.{4})(?=.)", "$1-");
    }
}
