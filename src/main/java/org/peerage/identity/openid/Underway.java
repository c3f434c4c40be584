package org.peerage.identity.openid;

import java.io.Serial;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What this browser is asking a provider, kept in its session until the answer comes; good for one answer.
///
/// @param connecting whoever connects an account, or null where somebody signs in
record Underway(
        String provider,
        String state,
        String nonce,
        String verifier,
        String next,
        @Nullable UUID connecting,
        Instant begun)
        implements Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final Duration LONGEST = Duration.ofMinutes(15);

    boolean answeredBy(String name, String answered, Instant now) {
        return provider.equals(name) && state.equals(answered) && now.isBefore(begun.plus(LONGEST));
    }

    Optional<UUID> connects() {
        return Optional.ofNullable(connecting);
    }

    @Override
    public String toString() {
        return "Underway[" + provider + ", [REDACTED]]";
    }
}
