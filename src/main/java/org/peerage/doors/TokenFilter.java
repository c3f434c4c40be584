package org.peerage.doors;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.peerage.identity.Attempts;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Actor;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.filter.OncePerRequestFilter;

/// Binds the owner of the token as the actor of a request to `/api/`. A cookie counts for nothing here, so no page of
/// another site can ask in a reader's name.
final class TokenFilter extends OncePerRequestFilter {

    private static final String HELD = TokenFilter.class.getName();

    private static final Pattern BEARER = Pattern.compile("(?i:Bearer) +(" + Tokens.PREFIX + "[A-Za-z0-9_-]{32})");

    private static final Duration STRETCH = Duration.ofMinutes(1);

    /// A large network is read in a few hundred questions.
    private static final int MOST = 300;

    private static final int MOST_WRONG = 60;

    private final Tokens tokens;
    private final Attempts attempts;

    TokenFilter(Tokens tokens, Attempts attempts) {
        this.tokens = tokens;
        this.attempts = attempts;
    }

    /// With which token a request has come; empty where it needed none.
    static Optional<TokenStore.Held> of(HttpServletRequest request) {
        return Optional.ofNullable((TokenStore.Held) request.getAttribute(HELD));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<TokenStore.Held> held;
        try {
            held = held(request);
        } catch (Problem problem) {
            problem.write(response);
            return;
        }
        held.ifPresent(token -> request.setAttribute(HELD, token));
        var actor = held.<Actor>map(token -> new Actor.Person(token.person())).orElse(new Actor.Nobody());
        try {
            Acting.<@Nullable Void, Exception>as(actor, () -> {
                chain.doFilter(request, response);
                return null;
            });
        } catch (ServletException | IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    /// The description of the API is for everybody; everything else needs a token that is good.
    private Optional<TokenStore.Held> held(HttpServletRequest request) {
        if (request.getRequestURI().equals(LobbyController.DESCRIPTION)) {
            limit("api-description", request.getRemoteAddr(), MOST);
            return Optional.empty();
        }
        var sent = request.getHeader("Authorization");
        var bearer = BEARER.matcher(sent == null ? "" : sent.strip());
        var held = bearer.matches()
                ? Acting.asProgram(Tokens.ACTOR, () -> tokens.find(bearer.group(1)))
                : Optional.<TokenStore.Held>empty();
        if (held.isEmpty()) {
            limit("token-wrong", request.getRemoteAddr(), MOST_WRONG);
            throw Problem.unknown();
        }
        limit("token", held.get().id().toString(), MOST);
        return held;
    }

    private void limit(String what, String who, int most) {
        try {
            attempts.limit(what, who, most, STRETCH);
        } catch (ErrorResponseException often) {
            throw Problem.tooMany();
        }
    }
}
