package org.peerage.guide;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.peerage.tenancy.PersonId;

/// What members of a group may have left undone that all the others wait for.
enum Nudge {
    /// Whether they come to the next meeting.
    ANSWER,
    /// Their update for it.
    PREPARE,
    /// The charter in force.
    SIGN;

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Nudge> of(String key) {
        return Stream.of(values()).filter(nudge -> nudge.key().equals(key)).findFirst();
    }

    /// Somebody who has left it undone; of one nudge the same thing for everybody.
    ///
    /// @param subject the date, the meeting, or the version of the charter
    /// @param startsAt of the meeting; null where it is about none
    /// @param reminded when whoever leads reminded them of it last, or null
    record Missing(
            Nudge nudge,
            UUID subject,
            @Nullable Instant startsAt,
            PersonId person,
            @Nullable Instant reminded) {}
}
