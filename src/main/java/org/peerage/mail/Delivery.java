package org.peerage.mail;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.peerage.jobs.Job;
import org.peerage.tenancy.Acting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.backoff.BackOffExecution;
import org.springframework.util.backoff.ExponentialBackOff;

/// Hands waiting letters to the mail server, one after the other. No transaction is open while the server is spoken
/// to: a letter is taken with a lease, sent, and then marked. A crash in between sends it again under the same
/// `Message-ID`.
@Component
class Delivery implements Job {

    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
    private static final Duration ROUND = Duration.ofSeconds(20);

    /// From a minute to six hours, and twelve tries in all.
    private static final ExponentialBackOff PATIENCE = patience();

    private final Letters letters;
    private final MailServer server;
    private final InstantSource clock;

    Delivery(Letters letters, MailServer server, InstantSource clock) {
        this.letters = letters;
        this.server = server;
        this.clock = clock;
    }

    private static ExponentialBackOff patience() {
        var patience = new ExponentialBackOff(Duration.ofMinutes(1).toMillis(), 2);
        patience.setMaxInterval(Duration.ofHours(6).toMillis());
        patience.setMaxAttempts(11);
        return patience;
    }

    /// How long to wait after so many tries; empty when they are enough.
    static Optional<Duration> pauseAfter(int tries) {
        var waits = PATIENCE.start();
        var next = 0L;
        for (var time = 0; time < tries && next != BackOffExecution.STOP; time++) {
            next = waits.nextBackOff();
        }
        return next == BackOffExecution.STOP ? Optional.empty() : Optional.of(Duration.ofMillis(next));
    }

    @Override
    public String name() {
        return Outbox.ACTOR;
    }

    @Override
    public Duration round() {
        return ROUND;
    }

    @Override
    public boolean work() {
        deliverDue();
        return false;
    }

    /// Sends what is due and returns how many letters went out. Without a server only what has expired is put aside.
    int deliverDue() {
        return Acting.asProgram(Outbox.ACTOR, () -> {
            letters.expire(clock.instant());
            var sent = 0;
            while (server.present()) {
                var letter = letters.take(clock.instant());
                if (letter.isEmpty()) {
                    break;
                }
                if (deliver(letter.get())) {
                    sent++;
                }
            }
            return sent;
        });
    }

    private boolean deliver(Letters.Outgoing letter) {
        return switch (server.hand(letter)) {
            case MailServer.Taken() -> {
                letters.sent(letter.id(), clock.instant());
                yield true;
            }
            case MailServer.Refused() -> {
                letters.giveUp(letter.id(), "refused");
                yield false;
            }
            case MailServer.Unreachable(var cause) -> {
                LOG.warn("Letter {} was not taken by the mail server: {}", letter.id(), cause);
                pauseAfter(letter.attempts())
                        .map(clock.instant()::plus)
                        .ifPresentOrElse(
                                next -> letters.retry(letter.id(), "unreachable", next),
                                () -> letters.giveUp(letter.id(), "unreachable"));
                yield false;
            }
        };
    }
}
