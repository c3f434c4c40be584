package org.peerage.identity;

import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.peerage.identity.ownrooms.MyRooms;
import org.peerage.identity.passkeys.Passkeys;
import org.peerage.identity.trail.Deed;
import org.peerage.identity.trail.Trail;
import org.peerage.sealing.Card;
import org.peerage.sealing.OwnRooms;
import org.peerage.tenancy.Actor;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import org.peerage.tenancy.Scope;
import org.peerage.web.Name;
import org.peerage.web.Panel;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/// Takes a person in by a personal link: passkey, card and locks are stored, the link is used up, and whoever issued
/// it hears of it, all or nothing. Runs as the program `sign-in`.
@Component
class Enrolment {

    private final PersonalLinks links;
    private final PersonStore people;
    private final Trail trail;
    private final Passkeys passkeys;
    private final MyRooms rooms;
    private final InstantSource clock;
    private final Scope scope;
    private final ApplicationEventPublisher events;
    private final List<PersonalLinks.Sheet> sheets;

    Enrolment(
            PersonalLinks links,
            PersonStore people,
            Trail trail,
            Passkeys passkeys,
            MyRooms rooms,
            InstantSource clock,
            Scope scope,
            ApplicationEventPublisher events,
            List<PersonalLinks.Sheet> sheets) {
        this.links = links;
        this.people = people;
        this.trail = trail;
        this.passkeys = passkeys;
        this.rooms = rooms;
        this.clock = clock;
        this.scope = scope;
        this.events = events;
        this.sheets = List.copyOf(sheets);
    }

    /// What the browser sends at the end of enrolment. Nothing in it opens anything.
    record Form(String name, JsonNode card, List<LockForm> locks, JsonNode rooms, JsonNode passkey, String device) {

        Form {
            if (Stream.of(name, card, locks, rooms, passkey, device).anyMatch(Objects::isNull)) {
                throw new IllegalArgumentException("incomplete");
            }
        }
    }

    record LockForm(String kind, String file) {

        private static final Pattern BASE64_URL = Pattern.compile("[A-Za-z0-9_-]{150,21000}");

        boolean looksRight() {
            return Set.of("passkey", "words").contains(kind)
                    && BASE64_URL.matcher(file).matches();
        }
    }

    sealed interface Enrolled {

        record Welcome(PersonId person, String name, String afterwards) implements Enrolled {}

        record LinkGone() implements Enrolled {}

        /// The message key says which part was not acceptable.
        record NotAcceptable(String reason) implements Enrolled {}
    }

    /// What whoever issued the link invites to. Nothing of one that the console made.
    @Transactional(readOnly = true)
    Optional<Panel> sheet(PersonalLinks.Link link) {
        var subject = link.subject();
        var about = sheets.stream()
                .filter(sheet -> sheet.kind().equals(link.kind()))
                .findFirst();
        return subject == null || about.isEmpty()
                ? Optional.empty()
                : link.issuer()
                        .flatMap(issuer -> scope.actingAs(
                                new Actor.Person(issuer),
                                () -> people.name(issuer)
                                        .flatMap(inviter -> about.get().of(subject, inviter))));
    }

    @Transactional
    Enrolled enrol(String token, Form form, Optional<Bytes> challenge) {
        var link = links.find(token).orElse(null);
        if (link == null || link.signsIn()) {
            return new Enrolled.LinkGone();
        }
        var name = form.name().strip();
        if (!Name.accepts(name, 120)) {
            return new Enrolled.NotAcceptable("identity.enrol.wrong.name");
        }
        if (form.locks().stream().noneMatch(lock -> lock.kind().equals("words"))
                || !form.locks().stream().allMatch(LockForm::looksRight)) {
            return new Enrolled.NotAcceptable("identity.enrol.wrong.words");
        }
        var card = Card.parse(form.card().toString());
        if (card.isEmpty() || !card.get().user().equals(link.person().value())) {
            return new Enrolled.NotAcceptable("identity.enrol.wrong.card");
        }
        var own = OwnRooms.of(form.rooms()).filter(made -> made.rev() == 1 && made.by(card.get()));
        if (own.isEmpty()) {
            return new Enrolled.NotAcceptable("identity.enrol.wrong.card");
        }
        var now = clock.instant();
        if (!links.use(link.id(), now)) {
            return new Enrolled.LinkGone();
        }
        people.add(link.person(), name, now);
        people.addCard(link.person(), card.get().json(), card.get().fingerprint());
        rooms.begin(link.person(), own.get(), now);
        byte @Nullable [] credential = null;
        if (!form.passkey().isNull()) {
            var passkey = challenge.flatMap(
                    given -> passkeys.register(link.person(), name, given, form.passkey(), form.device()));
            if (passkey.isEmpty()) {
                throw new PasskeyRefused();
            }
            credential = passkey.get().getCredentialId().getBytes();
        }
        for (var lock : form.locks()) {
            people.addLock(
                    Ids.next(),
                    link.person(),
                    lock.kind(),
                    lock.kind().equals("passkey") ? credential : null,
                    Bytes.fromBase64(lock.file()).getBytes(),
                    now);
        }
        trail.note(link.person(), Deed.ENROLLED, now);
        return accept(link, name);
    }

    /// Somebody who is enrolled already takes up one more link.
    @Transactional
    Enrolled acceptAs(PersonId person, String name, String token) {
        var link = links.find(token).orElse(null);
        if (link == null || link.signsIn() || !links.use(link.id(), clock.instant())) {
            return new Enrolled.LinkGone();
        }
        return accept(link.takenUpBy(person), name);
    }

    private Enrolled accept(PersonalLinks.Link link, String name) {
        scope.actingAs(new Actor.Person(link.person()), () -> {
            if (link.subject() != null) {
                events.publishEvent(
                        new LinkAccepted(link.id(), link.kind(), link.subject(), link.person(), name, clock.instant()));
            }
            return link.id();
        });
        return new Enrolled.Welcome(link.person(), name, link.afterwards());
    }

    /// Undoes the half-done step: nothing of the person may stay when the passkey does not hold.
    static final class PasskeyRefused extends RuntimeException {}
}
