package org.peerage.identity;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.peerage.mail.Outbox;
import org.peerage.tenancy.PersonId;
import org.peerage.web.Link;
import org.peerage.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The page of a person's own keys and the page of the proof, each read at one moment. Only the sessions are asked of
/// Spring Session, which reads them in a transaction of its own.
@Component
class KeysPages {

    private final PersonStore people;
    private final SignInLinks links;
    private final OpenSessions open;
    private final Outbox outbox;
    private final List<People.Ways> ways;

    KeysPages(PersonStore people, SignInLinks links, OpenSessions open, Outbox outbox, List<People.Ways> ways) {
        this.people = people;
        this.links = links;
        this.open = open;
        this.outbox = outbox;
        this.ways = List.copyOf(ways);
    }

    /// @param here the handle of the session that looks
    /// @param zone by which the reader's clock goes
    record KeysPage(
            PersonId person,
            String name,
            boolean byLink,
            List<People.Device> devices,
            List<People.Words> words,
            List<SignInLinks.ForMe> links,
            List<OpenSessions.OpenSession> sessions,
            String here,
            Optional<Instant> newKeys,
            ZoneId zone,
            List<Link> ways) {

        /// Whether something else would still open the keys.
        boolean spare(People.Device device) {
            return !words.isEmpty() || devices.stream().anyMatch(other -> other.opens() && !other.equals(device));
        }

        boolean opensByPasskey() {
            return devices.stream().anyMatch(People.Device::opens);
        }

        /// How many things open the keys, each by itself. A device that is only signed in is none of them. The page
        /// counts again when it has opened them, by the files that came to it.
        long locks() {
            return devices.stream().filter(People.Device::opens).count() + words.size();
        }

        boolean oneLock() {
            return locks() == 1;
        }

        /// The end of the sentence's key.
        String locksSaid() {
            return !oneLock() ? "several" : words.isEmpty() ? "one.passkey" : "one.words";
        }
    }

    /// Which of their locks would open the keys.
    record ProofPage(PersonId person, String name, boolean passkey, boolean words, String next) {}

    @Transactional(readOnly = true)
    KeysPage keys(PersonId person, boolean byLink, String here) {
        var me = people.me(person).orElseThrow(NotFound::new);
        return new KeysPage(
                person,
                me.name(),
                byLink,
                people.devices(person),
                people.words(person),
                links.forMe(),
                open.of(person),
                here,
                people.newKeys(person).map(NewKeys.Waiting::made),
                outbox.myZone(),
                ways.stream().flatMap(one -> one.ways().stream()).toList());
    }

    @Transactional(readOnly = true)
    ProofPage proof(PersonId person, String next) {
        var me = people.me(person).orElseThrow(NotFound::new);
        return new ProofPage(
                person,
                me.name(),
                people.devices(person).stream().anyMatch(People.Device::opens),
                !people.words(person).isEmpty(),
                next);
    }
}
