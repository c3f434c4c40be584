package org.peerage.identity.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.peerage.identity.Sessions;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/// Lets in whoever has shown keys of their own since the session began. A one-time link shows none: whoever holds it
/// reaches the page of their keys and the one that asks for a proof, and nothing else (`confidentiality.md` 2.14, rule
/// 9). Whoever came on a provider's word reads the lobby as well (ADR-0044). A browser in which nobody is signed in has
/// nothing to prove where strangers may go.
enum ProvedKeys implements AuthorizationManager<RequestAuthorizationContext> {
    /// Signed in, and by keys.
    NEEDED,

    /// Nobody is signed in, or by keys.
    IF_ANYBODY,

    /// Signed in by keys, or on the word of a provider: the lobby, to read.
    OR_PROVIDER,

    /// Nobody is signed in, or one of those.
    IF_ANYBODY_OR_PROVIDER,

    /// Signed in by keys, or by a link from somebody who knows them: a provider's word makes no new keys.
    OR_LINK;

    @Override
    public AuthorizationResult authorize(
            Supplier<? extends @Nullable Authentication> who, RequestAuthorizationContext context) {
        // Where nobody is signed in, asking who it is would send them to sign in.
        if ((this == IF_ANYBODY || this == IF_ANYBODY_OR_PROVIDER)
                && SecurityContextHolder.getContext().getAuthentication() == null) {
            return new AuthorizationDecision(true);
        }
        var someone = who.get();
        return new AuthorizationDecision(someone != null && someone.isAuthenticated() && enough(context.getRequest()));
    }

    private boolean enough(HttpServletRequest request) {
        return switch (this) {
            case NEEDED, IF_ANYBODY -> Sessions.proved(request);
            case OR_PROVIDER, IF_ANYBODY_OR_PROVIDER -> Sessions.proved(request) || Sessions.visits(request);
            case OR_LINK -> !Sessions.visits(request);
        };
    }
}
