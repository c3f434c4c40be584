package org.peerage.meetings;

import java.util.Locale;

/// What a block of a meeting is for. A pitch by a vendor is not among them (C8).
public enum ItemKind {
    ARRIVE,
    CONFIDENTIALITY,
    COMMITMENTS_REVIEW,
    UPDATES,
    BREAK,
    ISSUE,
    HOUSEKEEPING,
    COMMITMENTS_NEW,
    RATING,
    CLOSE;

    /// As it is written in the database, in formats and in message keys: `commitments-review`.
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static ItemKind of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /// Everybody is heard in turn.
    boolean isRound() {
        return switch (this) {
            case COMMITMENTS_REVIEW, UPDATES, COMMITMENTS_NEW -> true;
            case ARRIVE, CONFIDENTIALITY, BREAK, ISSUE, HOUSEKEEPING, RATING, CLOSE -> false;
        };
    }
}
