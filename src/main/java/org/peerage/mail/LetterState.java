package org.peerage.mail;

import java.util.Locale;

/// Where a letter is on its way.
enum LetterState {
    WAITING,
    SENT,
    /// A newer letter on the same thread took its place before it was sent.
    SUPERSEDED,
    /// It waited until it had nothing to say any more.
    EXPIRED,
    /// No letter reaches its reader; whoever caused it may pass it on.
    BY_HAND,
    /// The mail server refused it for good, or did not take it in twelve tries.
    GIVEN_UP;

    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static LetterState of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
