package org.peerage.mail;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What a person does about their own letters.
@Component
class Mailboxes {

    private static final int SHOWN = 100;

    private final MailboxStore mailboxes;
    private final LetterStore letters;
    private final Outbox outbox;
    private final WaysOut waysOut;
    private final MailServer server;
    private final InstantSource clock;

    Mailboxes(
            MailboxStore mailboxes,
            LetterStore letters,
            Outbox outbox,
            WaysOut waysOut,
            MailServer server,
            InstantSource clock) {
        this.mailboxes = mailboxes;
        this.letters = letters;
        this.outbox = outbox;
        this.waysOut = waysOut;
        this.server = server;
        this.clock = clock;
    }

    sealed interface Change permits AddressKept, NotAnAddress {}

    record AddressKept() implements Change {}

    record NotAnAddress() implements Change {}

    /// So that somebody can see that letters arrive before anything depends on it.
    record TestLetter(PersonId to, String key, Instant worthUntil) implements Letter {

        @Override
        public String kind() {
            return "mail.test";
        }

        @Override
        public String thread() {
            return "test";
        }

        @Override
        public String toName() {
            return "";
        }

        @Override
        public List<String> facts() {
            return List.of();
        }
    }

    @Transactional(readOnly = true)
    MailPage page() {
        return new MailPage(
                server.present(),
                outbox.sender().address(),
                mailboxes.address(Acting.me()).orElse(""),
                mailboxes
                        .reader(Acting.me())
                        .map(MailboxStore.Reader::zone)
                        .map(ZoneId::getId)
                        .orElse(""),
                outbox.myZone(),
                false,
                waysOut.kinds(),
                mailboxes.off(Acting.me()),
                letters.of(Acting.me(), SHOWN));
    }

    /// An empty text means: send me nothing.
    @Transactional
    Change change(String typed, String zone, Locale language) {
        if (typed.isBlank()) {
            mailboxes.forget(Acting.me());
            return new AddressKept();
        }
        var mailbox = Mailbox.parse(typed);
        if (mailbox.isEmpty()) {
            return new NotAnAddress();
        }
        mailboxes.keep(Acting.me(), mailbox.get(), known(zone), language);
        return new AddressKept();
    }

    /// What a browser said of where it is; empty for what is no zone.
    private static String known(String zone) {
        return ZoneId.getAvailableZoneIds().contains(zone) ? zone : "";
    }

    @Transactional
    void postTest() {
        outbox.post(new TestLetter(
                Acting.me(), "test/" + Ids.next(), clock.instant().plus(Duration.ofHours(1))));
    }
}
