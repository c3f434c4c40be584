package org.peerage.upkeep;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// How many requests were answered how, how long that took, and what was refused at which door. It never looks at who
/// asked, nor for what behind the door.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class RequestCounts extends OncePerRequestFilter {

    static final int KINDS = 5;

    /// Where somebody was turned away. Whoever runs the server sees in their numbers that somebody tries.
    enum Refused {
        /// Keys, words or a code that were not right.
        SIGN_IN,
        /// A personal link that opens nothing, or no more.
        LINK,
        /// A token of a program.
        TOKEN,
        /// Too often.
        PACE,
        /// From another site, or without the keys shown.
        FORBIDDEN,
        /// Not there, or not theirs: the two look the same.
        NOT_FOUND;

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Optional<Refused> of(String method, String path, int status) {
            if (status == 429) {
                return Optional.of(PACE);
            }
            if (status / 100 == 4 && method.equals("POST") && path.startsWith("/sign-in/")) {
                return Optional.of(SIGN_IN);
            }
            if (status / 100 == 4 && path.startsWith("/join/")) {
                return Optional.of(LINK);
            }
            return switch (status) {
                case 401 -> Optional.of(TOKEN);
                case 403 -> Optional.of(FORBIDDEN);
                case 404 -> Optional.of(NOT_FOUND);
                default -> Optional.empty();
            };
        }
    }

    private final List<LongAdder> answered =
            IntStream.range(0, KINDS).mapToObj(kind -> new LongAdder()).toList();
    private final Map<Refused, LongAdder> refused = new ConcurrentHashMap<>();
    private final LongAdder nanoseconds = new LongAdder();
    private final LongAdder working = new LongAdder();

    /// @param kind the first figure of the status: 2 for what went well
    long answered(int kind) {
        return answered.get(kind - 1).sum();
    }

    long refused(Refused where) {
        return of(where).sum();
    }

    private LongAdder of(Refused where) {
        return refused.computeIfAbsent(where, _ -> new LongAdder());
    }

    double seconds() {
        return nanoseconds.sum() / 1e9;
    }

    long working() {
        return working.sum();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var begun = System.nanoTime();
        working.increment();
        try {
            chain.doFilter(request, response);
        } finally {
            working.decrement();
            nanoseconds.add(System.nanoTime() - begun);
            answered.get(Math.clamp(response.getStatus() / 100, 1, KINDS) - 1).increment();
            Refused.of(request.getMethod(), request.getRequestURI(), response.getStatus())
                    .ifPresent(where -> of(where).increment());
        }
    }
}
