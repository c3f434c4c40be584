package org.peerage.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.peerage.tenancy.Acting;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.ErrorResponseException;

/// How often something may be tried in a stretch of time, per address or person. Counted in the database, so that
/// several nodes count together, and apart from the caller's transaction, so that a failed try still counts.
@Component
public class Attempts {

    private final AttemptStore store;
    private final InstantSource clock;
    private final TransactionTemplate apart;

    Attempts(AttemptStore store, InstantSource clock, PlatformTransactionManager transactions) {
        this.store = store;
        this.clock = clock;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /// Whoever tries to get in is counted by where they come from.
    void limitSignIn(HttpServletRequest request) {
        limit("sign-in", request.getRemoteAddr(), 120, Duration.ofMinutes(1));
    }

    /// What is tried with somebody's keys is counted by session: whoever stole one must not lock the owner's own.
    public void limitKeys(String session) {
        limit("keys", session, 60, Duration.ofMinutes(10));
    }

    public void limit(String what, String who, int limit, Duration stretch) {
        if (tooMany(what, who, limit, stretch)) {
            throw new TooManyTries();
        }
    }

    boolean tooMany(String what, String who, int limit, Duration stretch) {
        var now = clock.millis();
        var start = Instant.ofEpochMilli(now - Math.floorMod(now, stretch.toMillis()));
        Integer tries = Acting.asProgram(
                "limits",
                () -> apart.execute(status -> {
                    store.forgetBefore(start.minus(Duration.ofDays(1)));
                    return store.count(hash(what + " " + who), start);
                }));
        return tries != null && tries > limit;
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Answered with the page that asks to wait.
    private static final class TooManyTries extends ErrorResponseException {

        TooManyTries() {
            super(HttpStatus.TOO_MANY_REQUESTS);
        }
    }
}
