package org.peerage.mail;

import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import org.peerage.jobs.WakeUps;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Actor;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import org.peerage.tenancy.Scope;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Takes letters in the transaction of the act they tell of, and wakes the delivery after the commit.
@Component
public class Outbox {

    static final String ACTOR = "mail";
    private static final Locale LANGUAGE = Locale.ENGLISH;

    private final LetterStore letters;
    private final MailboxStore mailboxes;
    private final MailSettings settings;
    private final MessageSource texts;
    private final Scope scope;
    private final InstantSource clock;
    private final WakeUps wakeUps;

    Outbox(
            LetterStore letters,
            MailboxStore mailboxes,
            MailSettings settings,
            MessageSource texts,
            Scope scope,
            InstantSource clock,
            WakeUps wakeUps) {
        this.letters = letters;
        this.mailboxes = mailboxes;
        this.settings = settings;
        this.texts = texts;
        this.scope = scope;
        this.clock = clock;
        this.wakeUps = wakeUps;
    }

    /// Of the page on which somebody says where letters reach them, and sees what became of theirs.
    public static String page() {
        return "/mail";
    }

    /// Only inside a transaction: a letter about something that was rolled back must not exist.
    @Transactional(propagation = Propagation.MANDATORY)
    public Posting post(Letter letter) {
        var by = Acting.person();
        return scope.actingAs(new Actor.Program(ACTOR), () -> {
            var address = mailboxes.address(letter.to());
            if (address.isEmpty()) {
                return Posting.NO_ADDRESS;
            }
            var to = new Mailbox(letter.toName(), address.get());
            var added = letters.add(
                    Ids.next(),
                    letter,
                    to,
                    text(letter, "subject"),
                    text(letter, "body"),
                    letter.calendar(to, settings.sender()),
                    by,
                    clock.instant());
            if (!added) {
                return Posting.POSTED_BEFORE;
            }
            letters.supersede(letter);
            wakeUps.wake(ACTOR);
            return Posting.ON_ITS_WAY;
        });
    }

    /// Whether there is a mail server to hand letters to.
    public boolean delivers() {
        return settings.smtp().isPresent();
    }

    /// Where letters reach the person who acts, for a file they fetch themselves.
    @Transactional(readOnly = true)
    public Optional<Mailbox> myMailbox(String name) {
        PersonId me = Acting.me();
        return mailboxes.address(me).map(address -> new Mailbox(name, address));
    }

    /// In whose name letters go out.
    public Mailbox sender() {
        return settings.sender();
    }

    private String text(Letter letter, String part) {
        return texts.getMessage(letter.kind() + "." + part, letter.facts().toArray(), LANGUAGE);
    }
}
