package org.peerage.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.peerage.identity.trail.Deed;
import org.peerage.identity.trail.Trail;
import org.peerage.mail.Addresses;
import org.peerage.mail.Outbox;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Actor;
import org.peerage.tenancy.PersonId;
import org.peerage.tenancy.Scope;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// One-time links for people who are enrolled and have no passkey at hand: handed over by somebody who knows them, or
/// sent by mail. A link begins a session and opens nothing: the rooms stay sealed until words or another lock open
/// them.
@Component
class SignInLinks {

    static final Duration HANDED_OVER = Duration.ofHours(24);
    static final Duration MAILED = Duration.ofMinutes(15);
    private static final Duration SHOWN_FOR = Duration.ofDays(30);
    private static final Actor SIGN_IN = new Actor.Program("sign-in");
    private static final Actor MAIL = new Actor.Program("mail");

    private final LinkStore store;
    private final PersonalLinks links;
    private final PersonStore people;
    private final Trail trail;
    private final List<Acquaintances> circles;
    private final Addresses addresses;
    private final Outbox outbox;
    private final Scope scope;
    private final InstantSource clock;
    private final IdentitySettings settings;

    SignInLinks(
            LinkStore store,
            PersonalLinks links,
            PersonStore people,
            Trail trail,
            List<Acquaintances> circles,
            Addresses addresses,
            Outbox outbox,
            Scope scope,
            InstantSource clock,
            IdentitySettings settings) {
        this.store = store;
        this.links = links;
        this.people = people;
        this.trail = trail;
        this.circles = circles;
        this.addresses = addresses;
        this.outbox = outbox;
        this.scope = scope;
        this.clock = clock;
        this.settings = settings;
    }

    /// What came of wanting to make one.
    sealed interface Making {

        /// The address is shown once.
        record Made(String name, String url, Instant until) implements Making {}

        /// They convene a network that the acting person does not: somebody else has to help them.
        record NotYours(String name) implements Making {}

        /// Nobody whom the acting person chairs or convenes.
        record NobodyKnown() implements Making {}
    }

    /// A link that is out and not used.
    record Outstanding(UUID id, String name, Instant madeAt, Instant until) {}

    /// A link that lets the acting person in. `issuer` is empty where it came from the console or by mail.
    record ForMe(UUID id, Origin origin, String issuer, Instant madeAt, State state, Instant since) {}

    enum Origin {
        PERSON,
        MAIL,
        CONSOLE;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    enum State {
        OPEN,
        USED,
        REVOKED,
        EXPIRED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Everybody for whom the acting person may be asked, each once.
    @Transactional(readOnly = true)
    List<Acquaintances.Acquaintance> known() {
        var seen = new java.util.LinkedHashMap<PersonId, Acquaintances.Acquaintance>();
        for (var circle : circles) {
            for (var known : circle.mine()) {
                if (!known.name().isBlank()) {
                    seen.putIfAbsent(known.person(), known);
                }
            }
        }
        return seen.values().stream()
                .sorted(java.util.Comparator.comparing(known -> known.name().toLowerCase(Locale.ROOT)))
                .toList();
    }

    /// Makes a link for somebody known; an earlier one of the same hand is worth nothing from then on. They are told.
    @Transactional
    Making make(PersonId person, String issuer) {
        var known =
                known().stream().filter(each -> each.person().equals(person)).findFirst();
        if (known.isEmpty()) {
            return new Making.NobodyKnown();
        }
        var name = known.get().name();
        if (!known.get().helpable()) {
            return new Making.NotYours(name);
        }
        var now = clock.instant();
        store.revokeEarlier(person, now);
        var issued = links.insert(PersonalLinks.Wanted.signIn(person, name, HANDED_OVER, issuer, Optional.empty()));
        scope.actingAs(SIGN_IN, () -> {
            trail.note(person, Deed.LINK_MADE, now);
            return person;
        });
        outbox.post(new IdentityLetter(
                "identity.letter.made", issued.id().toString(), person, name, List.of(issuer, keysPage()), now));
        return new Making.Made(name, issued.url(), now.plus(HANDED_OVER));
    }

    /// For whoever gets letters at this address, if anybody does. The link works in the browser that asked and nowhere
    /// else, so that nobody can be talked into opening one that a stranger asked for.
    @Transactional
    void mail(String address, String browser) {
        var found = scope.actingAs(MAIL, () -> addresses.peopleAt(address));
        scope.actingAs(SIGN_IN, () -> {
            for (var person : found) {
                people.name(person).ifPresent(name -> mail(person, name, browser));
            }
            return found;
        });
    }

    private void mail(PersonId person, String name, String browser) {
        var now = clock.instant();
        var issued = links.insert(PersonalLinks.Wanted.signIn(person, name, MAILED, "", Optional.of(browser)));
        outbox.post(new IdentityLetter(
                "identity.letter.link", issued.id().toString(), person, name, List.of(name, issued.url()), now));
    }

    /// Made by the acting person.
    @Transactional(readOnly = true)
    List<Outstanding> outstanding() {
        return store.outstanding(clock.instant());
    }

    /// What was made for the acting person lately.
    @Transactional(readOnly = true)
    List<ForMe> forMe() {
        var now = clock.instant();
        return store.forMe(now, now.minus(SHOWN_FOR));
    }

    /// By whoever made it, or by whom it lets in.
    @Transactional
    void revoke(UUID id) {
        store.revokeSignIn(id, Acting.me(), clock.instant());
    }

    private String keysPage() {
        return settings.baseUrl().resolve("/keys").toString();
    }
}
