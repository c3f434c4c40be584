package org.peerage.mail;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Actor;
import org.peerage.tenancy.PersonId;
import org.peerage.tenancy.Scope;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Which sorts of letter somebody gets: off means off, for those that wait as well.
@Component
class WaysOut {

    private final MailboxStore mailboxes;
    private final LetterStore letters;
    private final List<LetterKind> kinds;
    private final MessageSource texts;
    private final MailSettings settings;
    private final Scope scope;

    WaysOut(
            MailboxStore mailboxes,
            LetterStore letters,
            List<LetterKinds> modules,
            MessageSource texts,
            MailSettings settings,
            Scope scope) {
        this.mailboxes = mailboxes;
        this.letters = letters;
        this.kinds =
                modules.stream().flatMap(module -> module.letters().stream()).toList();
        this.texts = texts;
        this.settings = settings;
        this.scope = scope;
    }

    List<LetterKind> kinds() {
        return kinds;
    }

    /// As it is handed over: until then no link that does something lies in the database, and then only its hash.
    @Transactional(propagation = Propagation.MANDATORY)
    LetterStore.Outgoing add(LetterStore.Outgoing letter, Instant now) {
        if (letter.sort().isEmpty()) {
            return letter;
        }
        var token = Token.fresh();
        mailboxes.keepWayOut(token.hash(), letter.person(), letter.sort(), now);
        var address = settings.baseUrl().resolve("/mail/off/" + token.text()).toString();
        return letter.withAWayOut(
                address, texts.getMessage("mail.foot", new Object[] {address}, mailboxes.language(letter.person())));
    }

    /// Which sort a link switches off; looking changes nothing.
    @Transactional(readOnly = true)
    Optional<String> of(String token) {
        return asMail(() -> mailboxes.wayOut(Token.of(token).hash()).map(MailboxStore.WayOut::sort));
    }

    /// By the link in a letter, signed in or not. Empty where there is no such link.
    @Transactional
    Optional<String> off(String token) {
        return asMail(() -> mailboxes.wayOut(Token.of(token).hash()).map(way -> {
            off(way.person(), way.sort());
            return way.sort();
        }));
    }

    /// Exactly these, of the acting person's.
    @Transactional
    void only(Set<String> wanted) {
        var me = Acting.me();
        asMail(() -> {
            for (var kind : kinds) {
                if (wanted.contains(kind.key())) {
                    mailboxes.switchOn(me, kind.key());
                } else {
                    off(me, kind.key());
                }
            }
            return true;
        });
    }

    private void off(PersonId person, String sort) {
        mailboxes.switchOff(person, sort);
        letters.takeBack(person, sort);
    }

    private <T> T asMail(ScopedValue.CallableOp<T, RuntimeException> work) {
        return scope.actingAs(new Actor.Program(Outbox.ACTOR), work);
    }
}
