package org.peerage.ballots;

import java.util.Locale;
import java.util.Set;

/// How far a ballot has come.
enum BallotState {
    OPEN,
    /// Nobody votes any more; the papers are there to be counted.
    CLOSED,
    PASSED,
    FAILED,
    /// Taken back by whoever opened it while nobody could know how it stands.
    WITHDRAWN;

    Set<BallotState> next() {
        return switch (this) {
            case OPEN -> Set.of(CLOSED, WITHDRAWN);
            case CLOSED -> Set.of(PASSED, FAILED);
            case PASSED, FAILED, WITHDRAWN -> Set.of();
        };
    }

    boolean isOver() {
        return next().isEmpty();
    }

    /// Its papers may be looked at.
    boolean isCountable() {
        return this == CLOSED || this == PASSED || this == FAILED;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
