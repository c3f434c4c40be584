package org.peerage.doors;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.peerage.tenancy.PersonId;

/// What `/tokens` shows.
///
/// @param zone by which the reader's clock goes
record TokenPage(PersonId person, List<TokenStore.Held> tokens, ZoneId zone, Instant now) {

    TokenPage {
        tokens = List.copyOf(tokens);
    }

    boolean over(TokenStore.Held token) {
        return !token.expiresAt().isAfter(now);
    }
}
