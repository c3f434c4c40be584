package org.peerage.mail;

import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.peerage.jobs.WakeUps;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Actor;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import org.peerage.tenancy.Scope;
import org.peerage.web.Message;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Takes letters in the transaction of the act they tell of, and wakes the delivery after the commit.
@Component
public class Outbox {

    static final String ACTOR = "mail";

    /// Implemented by a module that knows by which clock somebody meets others, for those who have not said where they
    /// are. Asked in the transaction of a page of whoever acts.
    public interface Whereabouts {

        /// Of whoever acts; empty where nothing is known of them.
        Optional<ZoneId> mine();
    }

    private final LetterStore letters;
    private final MailboxStore mailboxes;
    private final MailSettings settings;
    private final MessageSource texts;
    private final Scope scope;
    private final InstantSource clock;
    private final WakeUps wakeUps;
    private final ObjectProvider<Whereabouts> whereabouts;

    Outbox(
            LetterStore letters,
            MailboxStore mailboxes,
            MailSettings settings,
            MessageSource texts,
            Scope scope,
            InstantSource clock,
            WakeUps wakeUps,
            ObjectProvider<Whereabouts> whereabouts) {
        this.letters = letters;
        this.mailboxes = mailboxes;
        this.settings = settings;
        this.texts = texts;
        this.scope = scope;
        this.clock = clock;
        this.wakeUps = wakeUps;
        this.whereabouts = whereabouts;
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
            if (letter.switchable()
                    .filter(kind -> mailboxes.off(letter.to(), kind.key()))
                    .isPresent()) {
                return Posting.SWITCHED_OFF;
            }
            var reader = mailboxes.reader(letter.to());
            if (reader.isEmpty()) {
                keepByHand(letter, by);
                return Posting.NO_ADDRESS;
            }
            var to = new Mailbox(letter.toName(), reader.get().address());
            var added = letters.add(
                    Ids.next(),
                    letter,
                    to,
                    text(letter, "subject", reader.get()),
                    text(letter, "body", reader.get()),
                    letter.calendar(to, settings.sender(), reader.get().language()),
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

    /// For whoever acts, who may pass it on by hand to somebody that no letter reaches.
    private void keepByHand(Letter letter, Optional<PersonId> by) {
        if (by.filter(person -> !person.equals(letter.to())).isPresent()
                && !letter.toName().isEmpty()
                && !letter.fleeting()) {
            letters.add(
                    Ids.next(),
                    letter,
                    new Mailbox(letter.toName(), ""),
                    text(letter, "subject", MailboxStore.unknown()),
                    text(letter, "body", MailboxStore.unknown()),
                    Optional.empty(),
                    by,
                    clock.instant());
            letters.supersede(letter);
        }
    }

    /// Of the page with what whoever acts may pass on by hand.
    public static String byHandPage() {
        return "/mail/by-hand";
    }

    /// How many people wait for something that no letter brings them and that whoever acts has caused.
    @Transactional(readOnly = true)
    public int waitingByHand() {
        return letters.byHand(Acting.me(), delivers(), clock.instant()).size();
    }

    /// What still waits on this thread has nothing to say any more.
    @Transactional(propagation = Propagation.MANDATORY)
    public void takeBack(String thread) {
        scope.actingAs(new Actor.Program(ACTOR), () -> {
            letters.takeBack(thread);
            return true;
        });
    }

    /// Whether there is a mail server to hand letters to.
    public boolean delivers() {
        return settings.smtp().isPresent();
    }

    /// Where whoever acts has said that they are; until then where they meet others, and else the zone that everybody
    /// can count from.
    @Transactional(readOnly = true)
    public ZoneId myZone() {
        return mailboxes
                .reader(Acting.me())
                .flatMap(reader -> Optional.ofNullable(reader.zone()))
                .or(() -> whereabouts
                        .orderedStream()
                        .flatMap(known -> known.mine().stream())
                        .findFirst())
                .orElse(ZoneOffset.UTC);
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

    private String text(Letter letter, String part, MailboxStore.Reader reader) {
        return said(Message.of(letter.kind() + "." + part, letter.facts().toArray()), reader);
    }

    private String said(Message message, MailboxStore.Reader reader) {
        var facts = message.arguments().stream()
                .map(fact -> fact instanceof Message inner ? said(inner, reader) : reader.said(fact))
                .toArray();
        return texts.getMessage(message.key(), facts, reader.language());
    }
}
