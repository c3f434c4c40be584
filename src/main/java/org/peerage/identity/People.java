package org.peerage.identity;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.peerage.identity.trail.Deed;
import org.peerage.identity.trail.Trail;
import org.peerage.sealing.Card;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.PersonId;
import org.peerage.web.Link;
import org.peerage.web.Message;
import org.peerage.web.Name;
import org.peerage.web.NotFound;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The people of this instance, their public cards and their locked keys.
@Component
public class People {

    private final PersonStore store;
    private final Trail trail;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    People(PersonStore store, Trail trail, ApplicationEventPublisher events, InstantSource clock) {
        this.store = store;
        this.trail = trail;
        this.events = events;
        this.clock = clock;
    }

    /// What opens an identity: an age file, and for a passkey which one; both in base64url.
    record Lock(UUID id, String kind, String credential, String file) {}

    /// A passkey. One without a lock signs in and opens nothing.
    record Device(String credential, String label, Instant added, Instant used, boolean opens) {}

    /// A lock made of ten words, and when it last opened the keys.
    record Words(Instant made, Optional<Instant> opened) {}

    record Me(PersonId person, String name, String card, String fingerprint) {}

    /// Somebody who might be meant. `exact` when nothing but spelling in capitals differs.
    public record Match(PersonId person, String name, Instant enrolledAt, boolean exact) {

        public String line() {
            return person + "  " + name + "  (enrolled " + enrolledAt.toString().substring(0, 10) + ")";
        }
    }

    /// Somebody is called otherwise from now on. Published in the transaction that keeps it, so that whoever has
    /// written the name down elsewhere changes it in the same step: one's name is one name everywhere.
    public record Renamed(PersonId person, String name, Instant at) {}

    /// What somebody looks after beside their keys: ways from the page of their keys. A bean of whoever knows it.
    public interface Ways {

        List<Link> ways();
    }

    /// Ways to sign in that the operator has named, beside those of our own. A bean of whoever knows them.
    public interface SignInWays {

        /// Each leads away, and back to `next`.
        List<Link> offered(String next);

        /// Why somebody who went such a way has not come in, for a word that stands in the address of the page.
        Optional<Message> trouble(String word);
    }

    @Transactional(readOnly = true)
    public boolean none() {
        return store.none();
    }

    /// Whether this is the card that they enrolled with; a session alone brings no other to a door.
    @Transactional(readOnly = true)
    public boolean hasCard(PersonId person, String fingerprint) {
        return store.hasCard(person, fingerprint);
    }

    /// What they sign with and are sealed for.
    @Transactional(readOnly = true)
    public Optional<Card> card(PersonId person) {
        return store.me(person).flatMap(me -> Card.parse(me.card()));
    }

    /// What the acting person is called from now on, wherever they belong. False where this is no name.
    @Transactional
    public boolean rename(String typed) {
        var name = typed.strip();
        if (!Name.accepts(name, 120)) {
            return false;
        }
        var me = Acting.me();
        store.rename(me, name);
        events.publishEvent(new Renamed(me, name, clock.instant()));
        return true;
    }

    @Transactional(readOnly = true)
    Me me(PersonId person) {
        return store.me(person).orElseThrow(NotFound::new);
    }

    /// Whether somebody was erased: their keys may still stand in a room, and nobody comes in as them any more. Asked
    /// as the program `sign-in`, which may look anybody up.
    @Transactional(readOnly = true)
    public boolean erased(PersonId person) {
        return store.erased(person);
    }

    /// Writes down that somebody has signed in, and gives their name.
    @Transactional
    public String welcome(PersonId person, Instant now) {
        return welcome(person, Deed.SIGNED_IN, now);
    }

    /// The same of a way in that is written down by a word of its own.
    @Transactional
    public String welcome(PersonId person, Deed how, Instant now) {
        trail.note(person, how, now);
        return store.name(person).orElseThrow(NotFound::new);
    }

    /// For a browser that wants to open the keys; each time is written down.
    @Transactional
    List<Lock> takeLocks(PersonId person, Instant now) {
        trail.note(person, Deed.LOCKS_FETCHED, now);
        return store.locks(person);
    }
}
