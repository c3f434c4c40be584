package org.peerage.mail;

import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.peerage.tenancy.Acting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Hands waiting letters to the mail server, one after the other. No transaction is open while the server is spoken
/// to: a letter is taken with a lease, sent, and then marked. A crash in between sends it again under the same
/// `Message-ID`.
@Component
class Delivery implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
    private static final Duration ROUND = Duration.ofSeconds(20);
    private static final Duration GOODBYE = Duration.ofSeconds(5);

    private final Letters letters;
    private final MailServer server;
    private final InstantSource clock;
    private final PostBell bell;
    private final Patience patience;
    private volatile @Nullable Thread loop;

    Delivery(Letters letters, MailServer server, InstantSource clock, PostBell bell) {
        this.letters = letters;
        this.server = server;
        this.clock = clock;
        this.bell = bell;
        this.patience = Patience.USUAL;
    }

    @Override
    public void start() {
        loop = Thread.ofVirtual().name("mail-delivery").start(this::deliverUntilStopped);
    }

    @Override
    public void stop() {
        var running = loop;
        loop = null;
        if (running != null) {
            running.interrupt();
            try {
                running.join(GOODBYE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return loop != null;
    }

    private void deliverUntilStopped() {
        while (isRunning()) {
            try {
                deliverDue();
            } catch (DataAccessException | TransactionException e) {
                if (isRunning()) {
                    LOG.warn("The database did not answer the mail delivery; the next round tries again", e);
                }
            }
            try {
                bell.await(ROUND);
            } catch (InterruptedException e) {
                return;
            }
        }
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
                if (patience.exhausted(letter.attempts())) {
                    letters.giveUp(letter.id(), "unreachable");
                } else {
                    letters.retry(letter.id(), "unreachable", patience.next(clock.instant(), letter.attempts()));
                }
                yield false;
            }
        };
    }
}
