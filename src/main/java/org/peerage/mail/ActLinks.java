package org.peerage.mail;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.peerage.tenancy.Actor;
import org.peerage.tenancy.PersonId;
import org.peerage.tenancy.Scope;
import org.peerage.web.NotFound;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The links in letters by which somebody acts without signing in. A link is for one person, one act and one
/// thing, until the letter has nothing to say any more; only its hash is kept.
@Component
class ActLinks {

    private final ActLinkStore store;
    private final MailboxStore mailboxes;
    private final Map<String, LinkedAct> acts;
    private final MessageSource texts;
    private final MailSettings settings;
    private final Scope scope;
    private final InstantSource clock;

    ActLinks(
            ActLinkStore store,
            MailboxStore mailboxes,
            List<LinkedAct> acts,
            MessageSource texts,
            MailSettings settings,
            Scope scope,
            InstantSource clock) {
        this.store = store;
        this.mailboxes = mailboxes;
        this.acts = acts.stream().collect(Collectors.toMap(LinkedAct::key, Function.identity()));
        this.texts = texts;
        this.settings = settings;
        this.scope = scope;
        this.clock = clock;
    }

    /// What a link is for.
    record Link(PersonId person, String act, UUID subject) {}

    /// As a letter is handed over, so that no link that does something lies in the database.
    @Transactional(propagation = Propagation.MANDATORY)
    String foot(PersonId person, String act, UUID subject, Instant until, Instant now) {
        var token = Token.fresh();
        store.keep(token.hash(), new Link(person, act, subject), until, now);
        var address = settings.baseUrl().resolve("/act/" + token.text()).toString();
        return texts.getMessage(act + "foot", new Object[] {address}, mailboxes.language(person));
    }

    /// Looking changes nothing.
    @Transactional(readOnly = true)
    Page look(String token) {
        return with(
                token,
                (act, link) -> act.offer(link.subject())
                        .map(offer -> new Page(act.key(), Optional.empty(), Optional.of(offer)))
                        .orElseThrow(NotFound::new));
    }

    @Transactional
    Page act(String token, String choice, String day) {
        return with(token, (act, link) -> {
            var offered = act.offer(link.subject()).orElseThrow(NotFound::new);
            if (offered.choices().stream().noneMatch(one -> one.key().equals(choice))) {
                throw new NotFound();
            }
            var done = act.act(link.subject(), choice, day);
            return new Page(act.key(), Optional.of(done), act.offer(link.subject()));
        });
    }

    /// What somebody may do by a link, and what came of it.
    ///
    /// @param act whose texts it has
    /// @param offer empty where nothing is left to be done
    record Page(String act, Optional<LinkedAct.Done> done, Optional<LinkedAct.Offer> offer) {}

    private interface Step {
        Page with(LinkedAct act, Link link);
    }

    private Page with(String token, Step step) {
        var link = scope.actingAs(
                        new Actor.Program(Outbox.ACTOR),
                        () -> store.find(Token.of(token).hash(), clock.instant()))
                .orElseThrow(NotFound::new);
        var act = Optional.ofNullable(acts.get(link.act())).orElseThrow(NotFound::new);
        return scope.actingAs(new Actor.Person(link.person()), () -> step.with(act, link));
    }
}
