package org.peerage.identity;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.peerage.identity.passkeys.Passkeys;
import org.peerage.identity.trail.Deed;
import org.peerage.identity.trail.Trail;
import org.peerage.mail.Outbox;
import org.peerage.sealing.Card;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import org.peerage.web.Name;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Changes a person makes to their own ways in. Each is signed with the key inside the locks: a session alone, begun by
/// a link or stolen, changes nothing. One lock always stays.
@Component
public class KeyChanges {

    static final String LABEL = "person/v1/keys";
    private static final int MOST_PASSKEYS = 20;

    private final PersonStore people;
    private final Passkeys passkeys;
    private final Trail trail;
    private final Outbox outbox;
    private final InstantSource clock;
    private final IdentitySettings settings;

    KeyChanges(
            PersonStore people,
            Passkeys passkeys,
            Trail trail,
            Outbox outbox,
            InstantSource clock,
            IdentitySettings settings) {
        this.people = people;
        this.passkeys = passkeys;
        this.trail = trail;
        this.outbox = outbox;
        this.clock = clock;
        this.settings = settings;
    }

    /// What came of it; a refusal carries the message key.
    sealed interface Change {

        record Done() implements Change {}

        record Refused(String reason) implements Change {}
    }

    /// An act, what it is about, and the signature over both and the challenge.
    public record Signed(String act, String about, String signature) {}

    /// True when the holder of the person's keys has signed this, now.
    @Transactional(readOnly = true)
    public boolean holds(PersonId person, Optional<Bytes> challenge, Signed signed) {
        return challenge.isPresent()
                && people.me(person)
                        .flatMap(me -> Card.parse(me.card()))
                        .filter(card ->
                                card.signed(LABEL, content(person, challenge.get(), signed), signed.signature()))
                        .isPresent();
    }

    /// What is signed: `{v, person, challenge, act, about}`.
    static JsonNode content(PersonId person, Bytes challenge, Signed signed) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("v", 1)
                .put("person", person.toString())
                .put("challenge", challenge.toBase64UrlString())
                .put("act", signed.act())
                .put("about", signed.about());
    }

    /// One more passkey, with a lock of its own around the same keys. `about` of the signature is the lock's file.
    @Transactional
    Change addPasskey(PersonId person, Bytes challenge, JsonNode passkey, String device, Signed signed) {
        if (!holds(person, Optional.of(challenge), signed)) {
            return new Change.Refused("identity.keys.wrong.proof");
        }
        if (!new Enrolment.LockForm("passkey", signed.about()).looksRight()) {
            return new Change.Refused("identity.keys.wrong.lock");
        }
        if (people.devices(person).size() >= MOST_PASSKEYS) {
            return new Change.Refused("identity.keys.wrong.many");
        }
        var me = people.me(person).orElseThrow();
        var label = Name.accepts(device, 80) ? device.strip() : "Passkey";
        var added = passkeys.register(person, me.name(), challenge, passkey, label);
        if (added.isEmpty()) {
            return new Change.Refused("identity.keys.wrong.passkey");
        }
        var now = clock.instant();
        var credential = added.get().getCredentialId().getBytes();
        people.addLock(
                Ids.next(),
                person,
                "passkey",
                credential,
                Bytes.fromBase64(signed.about()).getBytes(),
                now);
        return told(me, Deed.PASSKEY_ADDED, label, now);
    }

    /// Ten new words in place of the old ones. `about` of the signature is the lock's file.
    @Transactional
    Change replaceWords(PersonId person, Bytes challenge, Signed signed) {
        if (!holds(person, Optional.of(challenge), signed)) {
            return new Change.Refused("identity.keys.wrong.proof");
        }
        if (!new Enrolment.LockForm("words", signed.about()).looksRight()) {
            return new Change.Refused("identity.keys.wrong.lock");
        }
        people.takeTurn(person);
        people.removeWords(person);
        var now = clock.instant();
        people.addLock(
                Ids.next(),
                person,
                "words",
                null,
                Bytes.fromBase64(signed.about()).getBytes(),
                now);
        return told(people.me(person).orElseThrow(), Deed.WORDS_REPLACED, "", now);
    }

    /// What a browser with the words opens: the lock, and the card that has to fit what is in it.
    record Found(PersonId person, Bytes file, String card) {}

    /// Signing in with ten words: the browser makes a number from them that finds the locked keys, opens these with the
    /// words, and signs with what is inside. The server learns that somebody has the words, and nothing of them.
    @Transactional(readOnly = true)
    Optional<Found> byWords(String number) {
        return people.byWords(Bytes.fromBase64(number).getBytes());
    }

    /// Whoever has the keys says by which number their words are found.
    @Transactional
    boolean keepNumber(PersonId person, Bytes challenge, Signed signed) {
        if (!holds(person, Optional.of(challenge), signed)) {
            return false;
        }
        people.findByWords(person, Bytes.fromBase64(signed.about()).getBytes());
        return true;
    }

    /// Takes away a passkey and its lock, unless nothing else would open the keys. `about` of the signature is the
    /// credential.
    @Transactional
    Change removePasskey(PersonId person, Bytes challenge, Signed signed) {
        if (!holds(person, Optional.of(challenge), signed)) {
            return new Change.Refused("identity.keys.wrong.proof");
        }
        people.takeTurn(person);
        var credential = Bytes.fromBase64(signed.about()).getBytes();
        if (!people.hasLockBeside(person, credential)) {
            return new Change.Refused("identity.keys.wrong.last");
        }
        var label = people.removePasskey(person, credential);
        return label.isEmpty()
                ? new Change.Refused("identity.keys.wrong.gone")
                : told(people.me(person).orElseThrow(), Deed.PASSKEY_REMOVED, label.get(), clock.instant());
    }

    @Transactional
    void opened(PersonId person, UUID lock) {
        people.opened(person, lock, clock.instant());
    }

    /// Somebody asks for their locked files more often than anybody needs to. One letter an hour says so.
    @Transactional
    void askedOften(PersonId person) {
        var now = clock.instant();
        var me = people.me(person).orElseThrow();
        outbox.post(new IdentityLetter(
                "identity.letter.locks-often",
                now.truncatedTo(ChronoUnit.HOURS).toString(),
                person,
                me.name(),
                List.of(settings.baseUrl().resolve("/keys").toString()),
                now));
    }

    /// Another device of theirs has got the keys. Its owner hears of it wherever letters reach them.
    @Transactional(propagation = Propagation.MANDATORY)
    public void deviceLinked(PersonId person) {
        told(people.me(person).orElseThrow(), Deed.DEVICE_LINKED, "", clock.instant());
    }

    private Change told(People.Me me, Deed what, String label, Instant now) {
        trail.note(me.person(), what, now);
        outbox.post(new IdentityLetter(
                "identity.letter." + what.word(),
                Ids.next().toString(),
                me.person(),
                me.name(),
                List.of(label, settings.baseUrl().resolve("/keys").toString()),
                now));
        return new Change.Done();
    }
}
