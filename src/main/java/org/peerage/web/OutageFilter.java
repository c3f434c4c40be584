package org.peerage.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Stands around whoever reads the session, which is the first to miss the database; what fails further inside is
/// caught there.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class OutageFilter extends OncePerRequestFilter {

    private final ObjectProvider<Outage> outage;

    /// Filters are made before the pages are.
    OutageFilter(ObjectProvider<Outage> outage) {
        this.outage = outage;
    }

    /// An error page asks who is reading it.
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException failure) {
            if (!Outage.isBehind(failure) || response.isCommitted()) {
                throw failure;
            }
            show(failure, request, response);
        }
    }

    private void show(Exception failure, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var page = outage.getObject();
        page.tell(failure);
        response.resetBuffer();
        try {
            page.render(null, request, response);
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }
}
