package org.peerage.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Serializable;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peerage.tenancy.Actor;
import org.peerage.tenancy.PersonId;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/// What the server remembers of a browser: who signed in and how, the challenge it was given, and a random key that
/// wraps the browser's own copy of the room keys, so that neither the disk nor the server alone opens them.
@Component
public class Sessions {

    /// Where a session that a link began shows its person's keys.
    public static final String PROOF_PAGE = "/keys/proof";

    /// Where somebody looks after their own ways in.
    public static final String KEYS_PAGE = "/keys";

    /// Who ends a session from elsewhere.
    public static final Actor.Program ENDING = new Actor.Program("session-ending");

    private static final String CHALLENGE = "challenge";
    private static final String RESUME_KEY = "resume-key";
    private static final String ASKER = "asker";
    private static final String PROVED = "proved";
    /// Somebody has ended all their sessions but the one they are in.
    public record OthersEnded(PersonId person) {}

    /// Somebody has taken away the account at a provider by which they signed in.
    public record ProviderRemoved(PersonId person, String issuer) {}

    static final String HANDLE = "handle";
    static final String BROWSER = "browser";
    static final String FACTOR = "factor";

    /// How a session began that a sign-in link opened.
    static final String BY_LINK = "OTT";

    /// How a session began that a provider of the operator's opened.
    static final String BY_PROVIDER = "OIDC";

    static final String PROVIDER = "provider";
    private static final String HELD = "held-";

    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecurityContextRepository contexts;

    Sessions(SecurityContextRepository contexts) {
        this.contexts = contexts;
    }

    /// Starts a fresh session: a new id and nothing carried over from before.
    public void start(
            PersonId person, String name, String factor, HttpServletRequest request, HttpServletResponse response) {
        var old = request.getSession(false);
        if (old != null) {
            old.invalidate();
        }
        var session = request.getSession(true);
        session.setAttribute(RESUME_KEY, random(32));
        // Sessions are found by the person's id: names are not unique.
        session.setAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, person.toString());
        session.setAttribute(HANDLE, random(16));
        session.setAttribute(
                BROWSER,
                UsedBrowser.of(Objects.toString(request.getHeader("User-Agent"), ""))
                        .kept());
        session.setAttribute(FACTOR, factor);
        session.setAttribute(PROVED, !factor.equals(BY_LINK) && !factor.equals(BY_PROVIDER));
        var context = new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(
                new SignedIn(person.value(), name), null, List.of(new SimpleGrantedAuthority("FACTOR_" + factor))));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }

    /// On a provider's word alone: the session sees the lobby and changes nothing, until keys are shown.
    public void startByProvider(
            PersonId person, String name, String issuer, HttpServletRequest request, HttpServletResponse response) {
        start(person, name, BY_PROVIDER, request, response);
        request.getSession(true).setAttribute(PROVIDER, issuer);
    }

    /// The same session under another name.
    static SecurityContext called(SecurityContext before, PersonId person, String name) {
        var signedIn = Objects.requireNonNull(before.getAuthentication());
        return new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(
                new SignedIn(person.value(), name), null, signedIn.getAuthorities()));
    }

    public void end(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
    }

    private static String random(int length) {
        var bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// Whether whoever is here has shown keys of their own since the session began. A link alone shows none.
    public static boolean proved(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && Boolean.TRUE.equals(session.getAttribute(PROVED));
    }

    /// The same of a session that no request has brought.
    public static boolean proved(Session session) {
        return Boolean.TRUE.equals(session.getAttribute(PROVED));
    }

    /// Whether whoever is here came on a provider's word, and has shown no keys since.
    public static boolean visits(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && BY_PROVIDER.equals(session.getAttribute(FACTOR)) && !proved(request);
    }

    /// Whether something in a session stays as it is from when its keys were shown until it ends.
    public static boolean lasts(String attribute) {
        return !attribute.equals(CHALLENGE) && !attribute.equals(ASKER) && !attribute.startsWith(HELD);
    }

    void prove(HttpServletRequest request) {
        request.getSession(true).setAttribute(PROVED, true);
    }

    boolean byLink(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && BY_LINK.equals(session.getAttribute(FACTOR));
    }

    /// The name of this session that may stand in a page; its id is a secret.
    public String handle(HttpServletRequest request) {
        var session = request.getSession(false);
        return session == null ? "" : Objects.toString(session.getAttribute(HANDLE), "");
    }

    /// Marks this browser as the one that asks for a link, before anybody is signed in.
    String newAsker(HttpServletRequest request) {
        var session = request.getSession(true);
        var asker = random(20);
        session.setAttribute(ASKER, asker);
        return asker;
    }

    Optional<String> asker(HttpServletRequest request) {
        var session = request.getSession(false);
        return session == null ? Optional.empty() : Optional.ofNullable((String) session.getAttribute(ASKER));
    }

    /// Keeps something for this browser until it is taken, under a name of its own.
    public void hold(HttpServletRequest request, String name, Serializable what) {
        request.getSession(true).setAttribute(HELD + name, what);
    }

    public <T> Optional<T> held(HttpServletRequest request, String name, Class<T> type) {
        var session = request.getSession(false);
        return session == null
                ? Optional.empty()
                : Optional.ofNullable(session.getAttribute(HELD + name))
                        .filter(type::isInstance)
                        .map(type::cast);
    }

    /// What is held is taken once.
    public <T> Optional<T> take(HttpServletRequest request, String name, Class<T> type) {
        var what = held(request, name, type);
        if (what.isPresent()) {
            request.getSession(true).removeAttribute(HELD + name);
        }
        return what;
    }

    public Bytes newChallenge(HttpServletRequest request) {
        var challenge = Bytes.random();
        request.getSession(true).setAttribute(CHALLENGE, challenge.toBase64UrlString());
        return challenge;
    }

    /// A challenge is good for one answer.
    public Optional<Bytes> takeChallenge(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null || !(session.getAttribute(CHALLENGE) instanceof String challenge)) {
            return Optional.empty();
        }
        session.removeAttribute(CHALLENGE);
        return Optional.of(Bytes.fromBase64(challenge));
    }

    @Nullable String resumeKey(HttpServletRequest request) {
        var session = request.getSession(false);
        return session == null ? null : (String) session.getAttribute(RESUME_KEY);
    }
}
