package org.peerage.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Behind a proxy every request comes from the proxy. What a named one says of the asker's address and of https is
/// taken for true, so that limits count people and browsers are told to stay with https; what anybody else says is not
/// read. Stands before every other filter.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ForwardedFilter extends OncePerRequestFilter {

    private final Proxies proxies;

    ForwardedFilter(@Value("${peerage.proxies}") String proxies) {
        this.proxies = Proxies.of(proxies);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(proxies.contain(request.getRemoteAddr()) ? new Forwarded(request, proxies) : request, response);
    }

    private static final class Forwarded extends HttpServletRequestWrapper {

        private final String asker;
        private final boolean secure;

        Forwarded(HttpServletRequest request, Proxies proxies) {
            super(request);
            var hops = String.join(",", Collections.list(request.getHeaders("X-Forwarded-For")));
            this.asker = proxies.asker(request.getRemoteAddr(), hops);
            this.secure = "https".equals(request.getHeader("X-Forwarded-Proto"));
        }

        @Override
        public String getRemoteAddr() {
            return asker;
        }

        @Override
        public String getRemoteHost() {
            return asker;
        }

        @Override
        public boolean isSecure() {
            return secure || super.isSecure();
        }

        @Override
        public String getScheme() {
            return isSecure() ? "https" : super.getScheme();
        }
    }
}
