package org.peerage.mail;

import java.time.Duration;
import java.time.InstantSource;
import org.peerage.jobs.Job;
import org.peerage.tenancy.Acting;
import org.springframework.stereotype.Component;

/// Hands waiting letters to the mail server, one after the other: a letter is taken with a lease, sent, and then
/// marked. A crash in between sends it again under the same `Message-ID`.
@Component
class Delivery implements Job {

    private static final Duration ROUND = Duration.ofSeconds(20);

    private final Letters letters;
    private final MailServer server;
    private final InstantSource clock;

    Delivery(Letters letters, MailServer server, InstantSource clock) {
        this.letters = letters;
        this.server = server;
        this.clock = clock;
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
                if (letters.settle(letter.get(), server.hand(letter.get()), clock.instant())) {
                    sent++;
                }
            }
            return sent;
        });
    }
}
