package org.peerage.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peerage.tenancy.PersonId;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.stereotype.Component;

/// What the server remembers of a browser: who signed in and how, the challenge it was given, and a random key that
/// wraps the browser's own copy of the room keys, so that neither the disk nor the server alone opens them.
@Component
public class Sessions {

    private static final String CHALLENGE = "challenge";
    private static final String RESUME_KEY = "resume-key";
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
        var key = new byte[32];
        RANDOM.nextBytes(key);
        request.getSession(true)
                .setAttribute(
                        RESUME_KEY, Base64.getUrlEncoder().withoutPadding().encodeToString(key));
        var context = new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(
                new SignedIn(person.value(), name), null, List.of(new SimpleGrantedAuthority("FACTOR_" + factor))));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }

    void end(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
    }

    Bytes newChallenge(HttpServletRequest request) {
        var challenge = Bytes.random();
        request.getSession(true).setAttribute(CHALLENGE, challenge.toBase64UrlString());
        return challenge;
    }

    /// A challenge is good for one answer.
    Optional<Bytes> takeChallenge(HttpServletRequest request) {
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
