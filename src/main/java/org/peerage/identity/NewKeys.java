package org.peerage.identity;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.peerage.identity.trail.Deed;
import org.peerage.identity.trail.Trail;
import org.peerage.mail.Outbox;
import org.peerage.sealing.Card;
import org.peerage.sealing.OwnRooms;
import org.peerage.tenancy.Actor;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import org.peerage.tenancy.Scope;
import org.peerage.web.NotFound;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/// New keys for somebody who has lost every way in. They wait beside the old ones and open nothing until members of a
/// room have vouched for them (`confidentiality.md` 2.9): whoever has but a link, or reads somebody's mail, gains
/// nothing by making some, and the old keys take them back.
@Component
public class NewKeys {

    private final PersonStore people;
    private final KeyChanges keys;
    private final Trail trail;
    private final OpenSessions sessions;
    private final Outbox outbox;
    private final IdentitySettings settings;
    private final InstantSource clock;
    private final Scope scope;
    private final ApplicationEventPublisher events;

    NewKeys(
            PersonStore people,
            KeyChanges keys,
            Trail trail,
            OpenSessions sessions,
            Outbox outbox,
            IdentitySettings settings,
            InstantSource clock,
            Scope scope,
            ApplicationEventPublisher events) {
        this.people = people;
        this.keys = keys;
        this.trail = trail;
        this.sessions = sessions;
        this.outbox = outbox;
        this.settings = settings;
        this.clock = clock;
        this.scope = scope;
        this.events = events;
    }

    /// Somebody has made new keys and asks their rooms to take them.
    public record Made(PersonId person, Card card, Instant at) {}

    /// The old keys are not lost: nobody is to take the new ones.
    public record TakenBack(PersonId person) {}

    /// What the browser sends. Nothing in it opens anything; `file` is locked with ten new words.
    record Form(JsonNode card, String file, JsonNode rooms) {

        Form {
            if (Stream.of(card, file, rooms).anyMatch(Objects::isNull)) {
                throw new IllegalArgumentException("incomplete");
            }
        }
    }

    /// As they wait. The browser of whoever made them opens the file with ten words, and trusts no other card.
    record Waiting(String card, String fingerprint, String file, Instant made) {}

    @Transactional
    KeyChanges.Change make(PersonId person, Form form) {
        var card = Card.parse(form.card().toString())
                .filter(made -> made.user().equals(person.value()) && !people.hasCard(person, made.fingerprint()));
        var own = card.flatMap(made -> OwnRooms.of(form.rooms()).filter(rooms -> rooms.rev() == 1 && rooms.by(made)));
        if (card.isEmpty() || own.isEmpty() || !new Enrolment.LockForm("words", form.file()).looksRight()) {
            return new KeyChanges.Change.Refused("identity.keys.wrong.lock");
        }
        var now = clock.instant();
        people.takeTurn(person);
        people.keepNewKeys(person, card.get(), Bytes.fromBase64(form.file()).getBytes(), own.get(), now);
        events.publishEvent(new Made(person, card.get(), now));
        return told(person, Deed.NEW_KEYS, now);
    }

    /// @param made since when new keys wait already
    record NewKeysPage(PersonId person, String name, Optional<Instant> made) {}

    @Transactional(readOnly = true)
    NewKeysPage page(PersonId person) {
        return new NewKeysPage(
                person,
                people.name(person).orElseThrow(NotFound::new),
                people.newKeys(person).map(Waiting::made));
    }

    @Transactional(readOnly = true)
    Optional<Waiting> of(PersonId person) {
        return people.newKeys(person);
    }

    /// By the old keys alone: a link that made new ones must not, and whoever takes them back has lost nothing.
    @Transactional
    KeyChanges.Change takeBack(PersonId person, Bytes challenge, KeyChanges.Signed signed) {
        if (!keys.holds(person, Optional.of(challenge), signed)) {
            return new KeyChanges.Change.Refused("identity.keys.wrong.proof");
        }
        people.forgetNewKeys(person);
        events.publishEvent(new TakenBack(person));
        return told(person, Deed.NEW_KEYS_AWAY, clock.instant());
    }

    /// Members of a room have vouched for this card: it takes the place of the old one, and what opened the old keys
    /// opens and proves nothing any more. False: these are not keys that the person has made.
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean takeOver(PersonId person, String fingerprint) {
        return scope.actingAs(new Actor.Program("new-keys"), () -> {
            if (people.hasCard(person, fingerprint)) {
                return true;
            }
            if (people.newKeys(person)
                    .filter(waiting -> waiting.fingerprint().equals(fingerprint))
                    .isEmpty()) {
                return false;
            }
            var now = clock.instant();
            people.takeNewKeys(person, Ids.next(), now);
            told(person, Deed.NEW_KEYS_TAKEN, now);
            sessions.endProved(person);
            return true;
        });
    }

    private KeyChanges.Change told(PersonId person, Deed what, Instant now) {
        trail.note(person, what, now);
        outbox.post(new IdentityLetter(
                "identity.letter." + what.word(),
                Ids.next().toString(),
                person,
                people.name(person).orElseThrow(),
                List.of(settings.baseUrl().resolve("/keys").toString()),
                now));
        return new KeyChanges.Change.Done();
    }
}
