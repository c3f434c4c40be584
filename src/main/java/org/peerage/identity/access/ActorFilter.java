package org.peerage.identity.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.peerage.identity.Sessions;
import org.peerage.identity.SignedIn;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Actor;
import org.peerage.web.Shell;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// Binds whoever is signed in as the actor of the request. Stands at the end of the security chain.
class ActorFilter extends OncePerRequestFilter {

    /// Nobody in particular asks for these, and looking for who it is would read the session.
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = request.getRequestURI();
        return path.startsWith("/assets/") || path.equals("/livez") || path.equals("/readyz");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        request.setAttribute(Shell.INSIDE, Sessions.proved(request));
        request.setAttribute(Shell.VISITING, Sessions.visits(request));
        try {
            Acting.<@Nullable Void, Exception>as(actor(), () -> {
                chain.doFilter(request, response);
                return null;
            });
        } catch (ServletException | IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    private static Actor actor() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn who
                ? new Actor.Person(who.person())
                : new Actor.Nobody();
    }
}
