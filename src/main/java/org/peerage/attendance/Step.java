package org.peerage.attendance;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What is done about meetings missed, in the order of the charter.
enum Step {
    /// A word, when all that is tolerated is used up.
    NUDGE,
    /// The chair calls.
    CALL,
    /// The group talks about it together.
    TALK,
    /// The group decides.
    VOTE;

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Step> of(String key) {
        return Stream.of(values()).filter(step -> step.key().equals(key)).findFirst();
    }
}
