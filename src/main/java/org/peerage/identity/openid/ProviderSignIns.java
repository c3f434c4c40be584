package org.peerage.identity.openid;

import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.identity.People;
import org.peerage.identity.Sessions;
import org.peerage.identity.openid.ProviderLinkStore.Connected;
import org.peerage.identity.trail.Deed;
import org.peerage.identity.trail.Trail;
import org.peerage.tenancy.PersonId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Asks a provider who somebody is, and knows whose account that is here. A provider is never asked inside a
/// transaction: however long it takes, nobody else waits.
@Component
class ProviderSignIns {

    private static final Logger LOG = LoggerFactory.getLogger(ProviderSignIns.class);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Providers providers;
    private final ProviderLinkStore store;
    private final People people;
    private final Trail trail;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    ProviderSignIns(
            Providers providers,
            ProviderLinkStore store,
            People people,
            Trail trail,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.providers = providers;
        this.store = store;
        this.people = people;
        this.trail = trail;
        this.events = events;
        this.clock = clock;
    }

    /// What came of asking.
    sealed interface Asked {

        /// Where the browser goes, and what it has to remember meanwhile.
        record Go(URI address, Underway underway) implements Asked {}

        record Known(Account account) implements Asked {}

        record Failed(Trouble trouble) implements Asked {}
    }

    Asked begin(Provider provider, String next, @Nullable UUID connecting) {
        var underway = new Underway(provider.name(), random(), random(), random(), next, connecting, clock.instant());
        try {
            return new Asked.Go(providers.ask(provider).address(underway, providers.back(provider)), underway);
        } catch (IOException silent) {
            return down(provider);
        }
    }

    Asked end(Provider provider, Underway underway, String code) {
        try {
            return new Asked.Known(providers.ask(provider).account(code, underway, providers.back(provider)));
        } catch (IOException silent) {
            return down(provider);
        } catch (ProviderClient.NotProved worthless) {
            LOG.warn("The provider {} has proved nothing: {}", provider.name(), worthless.getMessage());
            return new Asked.Failed(Trouble.REFUSED);
        }
    }

    /// What is wrong with it says the doctor, who asks again; it may be in words of the provider's.
    private static Asked down(Provider provider) {
        LOG.warn("The provider {} does not answer as it should: down", provider.name());
        return new Asked.Failed(Trouble.DOWN);
    }

    /// Whose account it is, and what they are called. Acts as the program that signs in.
    @Transactional
    Optional<Person> comeIn(Account account) {
        var now = clock.instant();
        var person = store.find(account);
        person.ifPresent(_ -> store.used(account, now));
        return person.map(id -> new Person(id, people.welcome(id, Deed.SIGNED_IN_BY_PROVIDER, now)));
    }

    record Person(PersonId id, String name) {}

    @Transactional(readOnly = true)
    List<Connected> of(PersonId person) {
        return store.of(person);
    }

    /// False: it is somebody's account already, or they have connected another one of that provider.
    @Transactional
    boolean connect(PersonId person, Account account) {
        var now = clock.instant();
        var connected = store.connect(person, account, now);
        if (connected) {
            trail.note(person, Deed.PROVIDER_CONNECTED, now);
        }
        return connected;
    }

    /// From then on that account signs nobody in, and whoever came in by it alone is out.
    @Transactional
    void remove(PersonId person, String issuer) {
        if (store.remove(person, issuer)) {
            trail.note(person, Deed.PROVIDER_REMOVED, clock.instant());
            events.publishEvent(new Sessions.ProviderRemoved(person, issuer));
        }
    }

    /// 32 bytes: as long as a verifier has to be (RFC 7636), and never guessed.
    private static String random() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
