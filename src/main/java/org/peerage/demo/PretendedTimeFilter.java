package org.peerage.demo;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PretendedTime;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Lets the script of the demonstration, and nobody else, act at another moment: the token is made at each start and
/// known to the script alone.
@Component
@ConditionalOnProperty("peerage.demo")
class PretendedTimeFilter extends OncePerRequestFilter {

    static final String MOMENT = "Peerage-Moment";
    static final String TOKEN = "Peerage-Script";

    private final String token = Ids.next() + "-" + Ids.next();

    String token() {
        return token;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var moment = request.getHeader(MOMENT);
        var given = request.getHeader(TOKEN);
        if (moment == null
                || given == null
                || !MessageDigest.isEqual(
                        given.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8))) {
            chain.doFilter(request, response);
            return;
        }
        try {
            PretendedTime.at(Instant.parse(moment), () -> {
                chain.doFilter(request, response);
                return moment;
            });
        } catch (ServletException | IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }
}
