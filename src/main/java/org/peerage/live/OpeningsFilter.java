package org.peerage.live;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Event streams are opened in turn. A node that dies sends thousands of pages to another one within a second; worked
/// on all at once, each would wait for the database until it is given up, and come again. Stands outside of whatever
/// reads the session, and is left as soon as the stream stands. Only addresses that answer at once are held back here,
/// so nobody can fill the places by reading slowly.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 3)
class OpeningsFilter extends OncePerRequestFilter {

    /// Well below the number of the database's connections, which acts need too.
    static final int AT_ONCE = 8;

    private final Semaphore places = new Semaphore(AT_ONCE, true);

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !HttpMethod.GET.matches(request.getMethod())
                || !request.getRequestURI().endsWith("/events");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        places.acquireUninterruptibly();
        try {
            chain.doFilter(request, response);
        } finally {
            places.release();
        }
    }
}
