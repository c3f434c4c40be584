package org.peerage.upkeep;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// How many requests were answered how, and how long that took. It never looks at who asked, or for what.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class RequestCounts extends OncePerRequestFilter {

    static final int KINDS = 5;

    private final List<LongAdder> answered =
            IntStream.range(0, KINDS).mapToObj(kind -> new LongAdder()).toList();
    private final LongAdder nanoseconds = new LongAdder();
    private final LongAdder working = new LongAdder();

    /// @param kind the first figure of the status: 2 for what went well
    long answered(int kind) {
        return answered.get(kind - 1).sum();
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
        }
    }
}
