package org.peerage.identity;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import org.peerage.web.Panel;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Links that one person hands to another by hand: the way in without a mail server (`S4.20`). One use, seven days,
/// bound to whoever uses it first; only a hash of the token is stored.
@Component
public class PersonalLinks {

    static final Duration LIFETIME = Duration.ofDays(7);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final LinkStore store;
    private final InstantSource clock;
    private final URI base;

    PersonalLinks(LinkStore store, InstantSource clock, IdentitySettings settings) {
        this.store = store;
        this.clock = clock;
        this.base = settings.baseUrl();
    }

    /// Where a chair or a convener helps somebody back in.
    public static org.peerage.web.Link helping() {
        return org.peerage.web.Link.to("/sign-in-links", "identity.help.nav");
    }

    /// What the module that issued a link says of it to whoever holds it: who invites, to what, as what, what is
    /// asked. A bean for each kind of link. Called in a transaction that acts as whoever issued it, so that nothing
    /// is said that they could not say themselves; empty where the invitation does not stand any more.
    public interface Sheet {

        /// Of the links that it speaks of.
        String kind();

        /// A part of the page of the invitation.
        ///
        /// @param inviter what the person who issued the link is called
        Optional<Panel> of(UUID subject, String inviter);
    }

    /// A link just made. The token is shown once and cannot be read again.
    public record Issued(UUID id, String url, String token) {}

    /// A link as found by its token: whom it lets in, and where they go afterwards. `browser` is empty unless the link
    /// is bound to the browser that asked for it; `issuer` is nobody where the console made it.
    record Link(
            UUID id,
            String kind,
            @Nullable UUID subject,
            PersonId person,
            String suggestedName,
            String afterwards,
            Optional<String> browser,
            Optional<PersonId> issuer) {

        static final String SIGN_IN = "sign-in";

        boolean signsIn() {
            return kind.equals(SIGN_IN);
        }

        boolean opensIn(Optional<String> asker) {
            return browser.isEmpty() || asker.map(PersonalLinks::print).equals(browser);
        }

        Link takenUpBy(PersonId other) {
            return new Link(id, kind, subject, other, suggestedName, afterwards, browser, issuer);
        }
    }

    /// A link to be made.
    record Wanted(
            String kind,
            @Nullable UUID subject,
            PersonId person,
            String suggestedName,
            String afterwards,
            Duration lifetime,
            String issuer,
            Optional<String> browser) {

        /// One that signs in somebody who is enrolled. `issuer` is the name they will read.
        static Wanted signIn(PersonId person, String name, Duration lifetime, String issuer, Optional<String> browser) {
            return new Wanted(Link.SIGN_IN, null, person, name, "/keys", lifetime, issuer, browser);
        }
    }

    /// `kind` and `subject` come back in [LinkAccepted]; `afterwards` is a path of ours.
    @Transactional
    public Issued issue(String kind, UUID subject, String suggestedName, String afterwards) {
        return insert(new Wanted(
                kind, subject, new PersonId(Ids.next()), suggestedName, afterwards, LIFETIME, "", Optional.empty()));
    }

    @Transactional
    public void revoke(UUID id) {
        store.revoke(id, clock.instant());
    }

    Issued insert(Wanted wanted) {
        var bytes = new byte[20];
        RANDOM.nextBytes(bytes);
        var token = base64(bytes);
        var id = Ids.next();
        store.insert(
                id,
                hash(token),
                wanted,
                wanted.browser().map(PersonalLinks::hash).orElse(null),
                Acting.person(),
                clock.instant());
        return new Issued(id, base.resolve("/join/" + token).toString(), token);
    }

    @Transactional(readOnly = true)
    Optional<Link> find(String token) {
        return store.find(hash(token), clock.instant());
    }

    /// True for exactly one caller, however many try at once.
    @Transactional
    boolean use(UUID id, Instant now) {
        return store.use(id, now);
    }

    private static String print(String asker) {
        return base64(hash(asker));
    }

    static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
