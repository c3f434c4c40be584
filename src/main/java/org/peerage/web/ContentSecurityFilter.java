package org.peerage.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Sends the security headers with every response, fragments too: each needs its own nonce, because htmx treats the
/// page's nonce inside a fragment as stolen. Refuses state-changing requests from other origins by the browser's own
/// word (`Sec-Fetch-Site`, `Origin`), so that forms need no token that goes stale while somebody types.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class ContentSecurityFilter extends OncePerRequestFilter {

    private static final String NONCE = ContentSecurityFilter.class.getName() + ".nonce";
    private static final SecureRandom RANDOM = new SecureRandom();

    static String nonceOf(HttpServletRequest request) {
        return String.valueOf(request.getAttribute(NONCE));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        var nonce = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        request.setAttribute(NONCE, nonce);
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; script-src 'nonce-" + nonce + "'; style-src 'self'; img-src 'self' blob:; "
                        + "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
                        + "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types htmx");
        response.setHeader("Integrity-Policy", "blocked-destinations=(script)");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(
                "Permissions-Policy",
                "publickey-credentials-get=(self), publickey-credentials-create=(self), camera=(), microphone=(), "
                        + "geolocation=()");
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", "max-age=63072000; includeSubDomains");
        }
        if (request.getRequestURI().startsWith("/assets/")) {
            // All of ours are letters, and a browser that is told which guesses none.
            response.setCharacterEncoding(StandardCharsets.UTF_8);
        } else {
            response.setHeader("Cache-Control", "no-store");
        }
        if (fromElsewhere(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        chain.doFilter(request, response);
    }

    private static boolean fromElsewhere(HttpServletRequest request) {
        return switch (request.getMethod()) {
            case "GET", "HEAD", "OPTIONS" -> false;
            default -> {
                var site = request.getHeader("Sec-Fetch-Site");
                if (site != null) {
                    yield !site.equals("same-origin");
                }
                var origin = request.getHeader("Origin");
                yield origin != null && !origin.endsWith("://" + request.getHeader("Host"));
            }
        };
    }
}
