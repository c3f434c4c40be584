package org.peerage.scheduling.feeds;

import java.net.URI;
import java.time.InstantSource;
import java.util.Locale;
import org.peerage.mail.Outbox;
import org.peerage.mail.Token;
import org.peerage.scheduling.Calendars;
import org.peerage.tenancy.Actor;
import org.peerage.tenancy.Scope;
import org.peerage.web.NotFound;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Calendar addresses: made, made anew, taken back, and what a calendar gets there. It gets what its owner sees at that
/// moment, so that whoever has left a group has its dates no longer.
@Component
class Feeds {

    private static final String ACTOR = "scheduling.feeds";

    private final FeedStore store;
    private final Calendars calendars;
    private final Outbox outbox;
    private final Scope scope;
    private final InstantSource clock;
    private final URI base;

    Feeds(
            FeedStore store,
            Calendars calendars,
            Outbox outbox,
            Scope scope,
            InstantSource clock,
            @Value("${peerage.base-url}") URI base) {
        this.store = store;
        this.calendars = calendars;
        this.outbox = outbox;
        this.scope = scope;
        this.clock = clock;
        this.base = base;
    }

    @Transactional(readOnly = true)
    FeedPage page() {
        return new FeedPage(store.mine(), outbox.myZone(), "");
    }

    /// The old address, if there was one, gives nothing any more. The new one is shown by this answer alone.
    @Transactional
    FeedPage make(boolean names, Locale language) {
        var token = Token.fresh();
        store.forget();
        store.keep(token.hash(), names, language, clock.instant());
        return new FeedPage(
                store.mine(),
                outbox.myZone(),
                base.resolve("/calendars/" + token.text() + ".ics").toString());
    }

    @Transactional
    void end() {
        store.forget();
    }

    /// Signed in or not: the address is the key.
    @Transactional
    String calendar(String token) {
        var now = clock.instant();
        var feed = scope.actingAs(new Actor.Program(ACTOR), () -> {
                    var found = store.find(Token.of(token).hash());
                    found.ifPresent(one -> store.read(one.person(), now));
                    return found;
                })
                .orElseThrow(NotFound::new);
        return scope.actingAs(new Actor.Person(feed.person()), () -> calendars.mine(feed.names(), feed.language()));
    }
}
