package org.peerage.identity.openid;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Why somebody did not come in through a provider. Each has a sentence that says what to do instead.
enum Trouble {
    /// The provider does not answer, or not as the standard says.
    DOWN,

    /// What it answered proves nothing, or it let nobody in.
    REFUSED,

    /// This browser has not asked, or asked long ago, or has had its answer.
    STALE,

    /// Whoever it is has not connected that account.
    UNKNOWN,

    /// Somebody else here has connected that account.
    TAKEN;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Trouble> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }
}
