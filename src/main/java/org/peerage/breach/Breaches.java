package org.peerage.breach;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.peerage.ballots.Ballots;
import org.peerage.groups.Circle;
import org.peerage.groups.Circles;
import org.peerage.groups.GroupId;
import org.peerage.groups.Groups;
import org.peerage.rooms.Rooms;
import org.peerage.rooms.SealedInput;
import org.peerage.rooms.SealedView;
import org.peerage.rooms.readers.Readers;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Ids;
import org.peerage.web.NotFound;
import org.peerage.web.Outcome;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// From hearing those concerned to the end of a breach, by the table of [Act].
@Component
class Breaches {

    private final BreachStore store;
    private final ReportStore reports;
    private final NextInLine line;
    private final BreachNotices notices;
    private final Ballots ballots;
    private final Circles circles;
    private final Groups groups;
    private final Rooms rooms;
    private final Readers readers;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    Breaches(
            BreachStore store,
            ReportStore reports,
            NextInLine line,
            BreachNotices notices,
            Ballots ballots,
            Circles circles,
            Groups groups,
            Rooms rooms,
            Readers readers,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.store = store;
        this.reports = reports;
        this.line = line;
        this.notices = notices;
        this.ballots = ballots;
        this.circles = circles;
        this.groups = groups;
        this.rooms = rooms;
        this.readers = readers;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    BreachPage page(GroupId group) {
        var circle = circles.own(group);
        var all = reports.in(group);
        var accounts = store.accounts(group);
        var texts = rooms.texts(
                circle.openRoom(),
                Stream.concat(all.stream().map(Report::id), accounts.stream().map(BreachStore.Account::id))
                        .toList());
        return new BreachPage(
                circle,
                Ids.next(),
                Verdict.pause(groups, group),
                all.stream()
                        .map(one -> new BreachPage.Reported(
                                one, texts.get(one.id()), one.takenUp().flatMap(id -> store.find(group, id))))
                        .toList(),
                store.in(group).stream()
                        .map(breach ->
                                new BreachPage.Case(circle, breach, said(breach, accounts, texts), ballot(breach)))
                        .toList());
    }

    /// What was said again stands once.
    private static List<BreachPage.Said> said(
            Breach breach, List<BreachStore.Account> accounts, Map<UUID, SealedView> texts) {
        return accounts.stream()
                .filter(one -> one.breach().equals(breach.id()))
                .filter(one -> accounts.stream().noneMatch(other -> one.id().equals(other.again())))
                .map(one -> new BreachPage.Said(
                        one,
                        texts.get(one.id()),
                        !breach.isClosed() && !breach.waits() && one.isToBeSaidAgainBy(Acting.me(), breach)))
                .toList();
    }

    private Optional<Ballots.Standing> ballot(Breach breach) {
        return Optional.ofNullable(breach.ballot())
                .flatMap(subject -> ballots.on(breach.group(), Deciding.KIND, subject));
    }

    /// What an act needs besides its name.
    ///
    /// @param verdict what is put to the vote, or settled without the group
    /// @param affected whether it is whoever was affected that was heard, and not the accused
    /// @param number which pulse it is: the same form sent twice counts once
    record Details(@Nullable String verdict, boolean affected, int number) {}

    @Transactional
    Outcome act(GroupId group, UUID id, Act act, Details details) {
        var circle = circles.own(group);
        var breach = store.take(group, id)
                .filter(one -> switch (act.who()) {
                    case HANDLER -> one.handler().equals(Acting.me());
                    case AFFECTED -> one.harmed(Acting.me());
                    case NEXT -> one.mayBeTakenOverBy(Acting.me()) || one.isHandledBy(Acting.me());
                })
                .orElseThrow(NotFound::new);
        var statement =
                store.accounts(group).stream().anyMatch(one -> one.breach().equals(id) && one.statement());
        var against = breach.against(act, statement, circle);
        if (against.isPresent()) {
            return new Outcome.Refused(against.get());
        }
        return switch (act) {
            case HEAR -> hear(circle, breach, details.affected());
            case CALL -> {
                move(circle, breach, act);
                notices.called(circle, breach);
                yield Outcome.done();
            }
            case VETO -> {
                store.veto(breach, act.after(breach.state()).orElseThrow(), today(circle));
                notices.vetoed(circle, breach);
                yield Outcome.done();
            }
            case VOTE -> vote(circle, breach, verdict(details));
            case DECIDE, FAIL -> decide(circle, breach);
            case SETTLE -> settle(circle, breach, verdict(details));
            case PULSE -> {
                if (details.number() == breach.pulses() + 1 && details.number() <= Breach.PULSES) {
                    store.pulse(breach, today(circle));
                }
                yield Outcome.done();
            }
            case REPAIR, CLOSE -> {
                move(circle, breach, act);
                yield Outcome.done();
            }
            case TAKE_OVER -> {
                if (breach.waits()) {
                    line.takeOver(circle, breach);
                }
                yield Outcome.done();
            }
        };
    }

    private Outcome hear(Circle circle, Breach breach, boolean affected) {
        if (affected) {
            store.affectedHeard(breach);
        } else {
            store.accusedHeard(breach);
        }
        if (store.find(circle.id(), breach.id()).orElseThrow().isHeard()) {
            move(circle, breach, Act.HEAR);
        }
        return Outcome.done();
    }

    /// Among all in the room but the accused, by the charter's rule.
    private Outcome vote(Circle circle, Breach breach, Verdict verdict) {
        if (verdict == Verdict.SUSPENSION && Verdict.pause(groups, circle.id()) == 0) {
            return Outcome.refused("breach.refused.pause");
        }
        var subject = Ids.next();
        var terms = groups.terms(circle.id()).orElseThrow(NotFound::new);
        store.propose(breach, State.VOTING, verdict, subject, today(circle));
        ballots.open(circle, Deciding.KIND, subject, verdict.rule(terms), Set.of(breach.accused()));
        return Outcome.done();
    }

    /// As the ballot ended, whatever was pressed.
    private Outcome decide(Circle circle, Breach breach) {
        var passed = ballot(breach).flatMap(Ballots.Standing::passed);
        if (passed.isEmpty()) {
            return Outcome.refused("breach.refused.open");
        }
        if (passed.get()) {
            move(circle, breach, Act.DECIDE);
            notices.decided(circle, breach);
            follow(circle, breach);
        } else {
            move(circle, breach, Act.FAIL);
        }
        return Outcome.done();
    }

    /// A pause is a leave from now on; to let somebody out of the room takes the chair's key.
    private void follow(Circle circle, Breach breach) {
        if (breach.verdict() == Verdict.SUSPENSION) {
            var today = today(circle);
            events.publishEvent(new PauseDecided(
                    breach.group(),
                    breach.accused(),
                    today,
                    today.plusMonths(Math.max(1, Verdict.pause(groups, breach.group())))
                            .minusDays(1),
                    Acting.me(),
                    clock.instant()));
        } else if (breach.isExit()) {
            notices.hasToLeave(circle, breach);
        }
    }

    private Outcome settle(Circle circle, Breach breach, Verdict verdict) {
        if (!Verdict.withoutTheGroup().contains(verdict)) {
            return Outcome.refused("breach.refused.unheard");
        }
        store.propose(breach, State.DECIDED, verdict, null, today(circle));
        notices.decided(circle, breach);
        return Outcome.done();
    }

    private void move(Circle circle, Breach breach, Act act) {
        store.move(breach, act.after(breach.state()).orElseThrow(), today(circle));
    }

    /// What the accused or whoever was affected writes to the handler; after a repair was decided, the statement.
    @Transactional
    void say(GroupId group, UUID id, SealedInput sealed) {
        var circle = circles.own(group);
        var breach = store.find(group, id)
                .filter(one -> one.takesAccountOf(Acting.me()))
                .orElseThrow(NotFound::new);
        put(circle, breach, sealed, breach.state() == State.DECIDED, null);
    }

    /// Words that whoever handled it before could read, for whoever handles it now; by their writer, who can open them.
    @Transactional
    void sayAgain(GroupId group, UUID id, UUID said, SealedInput sealed) {
        var circle = circles.own(group);
        var breach = store.find(group, id)
                .filter(one -> !one.isClosed() && !one.waits())
                .orElseThrow(NotFound::new);
        var all = store.accounts(group);
        var earlier = all.stream()
                .filter(one -> one.id().equals(said) && one.isToBeSaidAgainBy(Acting.me(), breach))
                .filter(one -> all.stream().noneMatch(other -> said.equals(other.again())))
                .findFirst()
                .orElseThrow(NotFound::new);
        put(circle, breach, sealed, earlier.statement(), said);
    }

    private void put(Circle circle, Breach breach, SealedInput sealed, boolean statement, @Nullable UUID again) {
        var words = sealed.only(BreachTexts.ACCOUNT);
        readers.mustBe(circle.openRoom(), words, Set.of(Acting.me(), breach.handler()));
        if (rooms.put(circle.openRoom(), List.of(words))) {
            store.say(
                    breach,
                    new BreachStore.Account(words.id(), breach.id(), Acting.me(), breach.handler(), statement, again),
                    today(circle));
            notices.words(circle, breach);
        }
    }

    private static Verdict verdict(Details details) {
        return Optional.ofNullable(details.verdict()).flatMap(Verdict::of).orElseThrow(NotFound::new);
    }

    private LocalDate today(Circle circle) {
        return circle.day(clock.instant());
    }
}
