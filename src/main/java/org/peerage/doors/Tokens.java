package org.peerage.doors;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.peerage.identity.KeyChanges;
import org.peerage.identity.Sessions;
import org.peerage.identity.trail.Deed;
import org.peerage.identity.trail.Trail;
import org.peerage.mail.Outbox;
import org.peerage.mail.Token;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Ids;
import org.peerage.web.NotFound;
import org.springframework.context.event.EventListener;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Personal access tokens: made with the keys, shown once, found by their hash, ended.
@Component
class Tokens {

    /// As whom a token is looked for, before anybody is known.
    static final String ACTOR = "doors.tokens";

    /// By this, whoever finds one in a log or a repository sees what it is, and programs that look for secrets do.
    static final String PREFIX = "peerage_pat_";

    static final int MOST = 20;

    private static final Duration USED_APART = Duration.ofMinutes(1);

    private final TokenStore store;
    private final KeyChanges keys;
    private final Trail trail;
    private final Outbox outbox;
    private final InstantSource clock;

    Tokens(TokenStore store, KeyChanges keys, Trail trail, Outbox outbox, InstantSource clock) {
        this.store = store;
        this.keys = keys;
        this.trail = trail;
        this.outbox = outbox;
        this.clock = clock;
    }

    sealed interface Making {

        /// The only time that the token is there to read.
        record Made(String token) implements Making {

            @Override
            public String toString() {
                return "Made[REDACTED]";
            }
        }

        record Refused(String code) implements Making {}
    }

    @Transactional(readOnly = true)
    TokenPage page() {
        return new TokenPage(Acting.me(), store.mine(), outbox.myZone(), clock.instant());
    }

    /// For whoever signs the wish with their keys, now: a session alone, begun by a link or stolen, makes none.
    @Transactional
    Making make(TokenForm.Wish wish, Optional<Bytes> challenge) {
        if (!keys.holds(Acting.me(), challenge, wish.signed())) {
            return new Making.Refused("identity.keys.wrong.proof");
        }
        if (store.countMine() >= MOST) {
            return new Making.Refused("doors.tokens.wrong.many");
        }
        var token = PREFIX + Token.fresh().text();
        var now = clock.instant();
        var id = Ids.next();
        store.keep(id, Token.of(token).hash(), wish, now, now.plus(Duration.ofDays(wish.days())));
        trail.note(Deed.TOKEN_MADE, id);
        return new Making.Made(token);
    }

    @Transactional
    void end(UUID id) {
        if (!store.end(id)) {
            throw new NotFound();
        }
        trail.note(Deed.TOKEN_ENDED, id);
    }

    /// Whose it is and what it may, while it is good. When it was last used is kept to the minute, so that a busy
    /// program does not write with every question.
    @Transactional
    Optional<TokenStore.Held> find(String token) {
        var now = clock.instant();
        var found = store.find(Token.of(token).hash(), now);
        found.filter(held ->
                        held.usedAt() == null || held.usedAt().plus(USED_APART).isBefore(now))
                .ifPresent(held -> store.used(held.id(), now));
        return found;
    }

    /// Whoever fears for a browser fears for what was made in it.
    @EventListener
    @Transactional
    void on(Sessions.OthersEnded ended) {
        store.endAll(ended.person()).forEach(id -> trail.note(Deed.TOKEN_ENDED, id));
    }
}
