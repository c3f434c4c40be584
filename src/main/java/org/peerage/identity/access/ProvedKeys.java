package org.peerage.identity.access;

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
/// 9). A browser in which nobody is signed in has nothing to prove where strangers may go.
enum ProvedKeys implements AuthorizationManager<RequestAuthorizationContext> {
    /// Signed in, and by keys.
    NEEDED,

    /// Nobody is signed in, or by keys.
    IF_ANYBODY;

    @Override
    public AuthorizationResult authorize(
            Supplier<? extends @Nullable Authentication> who, RequestAuthorizationContext context) {
        // Where nobody is signed in, asking who it is would send them to sign in.
        if (this == IF_ANYBODY && SecurityContextHolder.getContext().getAuthentication() == null) {
            return new AuthorizationDecision(true);
        }
        var someone = who.get();
        return new AuthorizationDecision(
                someone != null && someone.isAuthenticated() && Sessions.proved(context.getRequest()));
    }
}
