package org.peerage.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.peerage.mail.LetterStore.Outgoing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.backoff.BackOffExecution;
import org.springframework.util.backoff.ExponentialBackOff;

/// Letters on their way out. Each step is a transaction of its own, so that none is open while the mail server is
/// spoken to.
@Component
class Letters {

    private static final Logger LOG = LoggerFactory.getLogger(Letters.class);

    /// A node that dies while it sends leaves the letter to others after this time.
    private static final Duration LEASE = Duration.ofMinutes(3);

    /// From a minute to six hours, and twelve tries in all.
    private static final ExponentialBackOff PATIENCE = patience();

    /// A set-up that is wrong is tried again that often: each try asks for all letters that wait.
    private static final Duration UNTIL_PUT_RIGHT = Duration.ofMinutes(10);

    private final LetterStore store;
    private final ActLinks actLinks;
    private final WaysOut waysOut;

    Letters(LetterStore store, ActLinks actLinks, WaysOut waysOut) {
        this.store = store;
        this.actLinks = actLinks;
        this.waysOut = waysOut;
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

    /// Puts aside what has nothing to say any more.
    @Transactional
    void expire(Instant now) {
        store.expire(now);
    }

    /// The next that is due, for this node alone until its lease runs out.
    @Transactional
    Optional<Outgoing> take(Instant now) {
        return store.take(now, now.plus(LEASE)).map(letter -> waysOut.add(withItsAct(letter, now), now));
    }

    private Outgoing withItsAct(Outgoing letter, Instant now) {
        var act = letter.act();
        return act == null
                ? letter
                : letter.saying(actLinks.foot(letter.person(), act.act(), act.subject(), act.until(), now));
    }

    /// What becomes of a letter after the server's answer. True when it went out.
    @Transactional
    boolean settle(Outgoing letter, ServerAnswer answer, Instant now) {
        if (answer.fate() != ServerAnswer.Fate.TAKEN) {
            LOG.warn("Letter {} was not taken by the mail server: {}", letter.id(), answer.words());
        }
        return switch (answer.fate()) {
            case TAKEN -> {
                store.sent(letter.id(), now);
                yield true;
            }
            case REFUSED -> {
                store.giveUp(letter.id(), "refused", answer.words());
                yield false;
            }
            case SET_UP -> {
                store.retry(letter.id(), "set-up", answer.words(), now.plus(UNTIL_PUT_RIGHT));
                yield false;
            }
            case LATER -> {
                pauseAfter(letter.attempts())
                        .map(now::plus)
                        .ifPresentOrElse(
                                next -> store.retry(letter.id(), "unreachable", answer.words(), next),
                                () -> store.giveUp(letter.id(), "unreachable", answer.words()));
                yield false;
            }
        };
    }
}
