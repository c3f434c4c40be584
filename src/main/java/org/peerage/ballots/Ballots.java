package org.peerage.ballots;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.peerage.groups.Circle;
import org.peerage.groups.Circles;
import org.peerage.groups.GroupId;
import org.peerage.groups.Groups;
import org.peerage.rooms.MemberLetOut;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Actor;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import org.peerage.tenancy.Scope;
import org.peerage.web.Link;
import org.peerage.web.NotFound;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Puts a question to the vote of a group. What comes of it its [BallotSubject] hears.
@Component
public class Ballots {

    static final Actor PROGRAM = new Actor.Program("ballots");

    private final BallotStore store;
    private final BoxStore boxes;
    private final Groups groups;
    private final Circles circles;
    private final BallotNotices notices;
    private final Scope scope;
    private final InstantSource clock;

    Ballots(
            BallotStore store,
            BoxStore boxes,
            Groups groups,
            Circles circles,
            BallotNotices notices,
            Scope scope,
            InstantSource clock) {
        this.store = store;
        this.boxes = boxes;
        this.groups = groups;
        this.circles = circles;
        this.notices = notices;
        this.scope = scope;
        this.clock = clock;
    }

    /// What is known of a ballot on something; nothing about how it stands before it is decided.
    ///
    /// @param passed empty as long as it is not decided
    public record Standing(BallotId ballot, Link page, LocalDate lastDay, boolean open, Optional<Boolean> passed) {}

    /// Opens a ballot among all who are in the room now, for as many days as the charter asks for. Whether whoever acts
    /// may put this to the vote is for the caller to know; they sit in the group.
    ///
    /// @param kind of a [BallotSubject]
    /// @param except whom it is about: they have no vote and do not see it
    @Transactional(propagation = Propagation.MANDATORY)
    public BallotId open(Circle circle, String kind, UUID subject, BallotRule rule, Set<PersonId> except) {
        return open(circle, new BallotId(Ids.next()), kind, subject, rule, firstLastDay(circle), except);
    }

    BallotId open(
            Circle circle,
            BallotId id,
            String kind,
            UUID subject,
            BallotRule rule,
            LocalDate lastDay,
            Collection<PersonId> except) {
        var room = circle.room().orElseThrow(NotFound::new);
        var voters = circle.inRoom().stream()
                .map(Circle.Sitter::id)
                .filter(person -> !except.contains(person))
                .toList();
        var ballot = new Ballot(
                id,
                circle.id(),
                room,
                store.epoch(room),
                kind,
                subject,
                rule,
                Acting.me(),
                clock.instant(),
                lastDay,
                Ballot.closing(lastDay, circle.zone()),
                BallotState.OPEN);
        store.add(ballot);
        scope.actingAs(PROGRAM, () -> {
            store.list(id, voters);
            boxes.begin(id);
            return id;
        });
        notices.opened(ballot, circle, voters);
        return id;
    }

    /// The earliest day that may be a ballot's last, as the group's charter says.
    LocalDate firstLastDay(Circle circle) {
        return circle.day(clock.instant())
                .plusDays(groups.terms(circle.id()).orElseThrow(NotFound::new).ballotDays());
    }

    /// The last ballot on something, to whoever may vote in it.
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Standing> on(GroupId group, String kind, UUID subject) {
        return store.latest(group, kind, subject)
                .map(ballot -> new Standing(
                        ballot.id(),
                        Link.to(ballot.address(), "ballots.to"),
                        ballot.lastDay(),
                        ballot.takesPapers(clock.instant()),
                        switch (ballot.state()) {
                            case PASSED -> Optional.of(true);
                            case FAILED -> Optional.of(false);
                            case OPEN, CLOSED, WITHDRAWN -> Optional.empty();
                        }));
    }

    /// Takes a ballot on something back, where it is still open; whether whoever acts may is for the caller to know.
    @Transactional(propagation = Propagation.MANDATORY)
    public void withdraw(GroupId group, String kind, UUID subject) {
        scope.actingAs(PROGRAM, () -> store.latest(group, kind, subject)).ifPresent(this::withdraw);
    }

    void withdraw(Ballot ballot) {
        var withdrawn = scope.actingAs(PROGRAM, () -> {
            var open = store.take(ballot.id()).orElseThrow().state() == BallotState.OPEN;
            if (open) {
                store.move(ballot.id(), BallotState.OPEN, BallotState.WITHDRAWN);
            }
            return open;
        });
        if (withdrawn) {
            notices.withdrawn(ballot);
        }
    }

    /// Whoever leaves a room before voting is on no list of it any more, and is not waited for. The paper of whoever
    /// has voted stays: nobody knows which it is. Comes first, while whoever leaves by themselves still sees the
    /// group.
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(MemberLetOut gone) {
        var closed = scope.actingAs(
                PROGRAM,
                () -> store.openIn(gone.room()).stream()
                        .flatMap(id -> store.take(id).stream())
                        .filter(ballot -> ballot.state() == BallotState.OPEN)
                        .filter(ballot -> {
                            if (!boxes.voted(ballot.id()).contains(gone.person())) {
                                store.strike(ballot.id(), gone.person());
                            }
                            return closesWhenAllHaveVoted(ballot.id());
                        })
                        .toList());
        closed.forEach(this::tellClosed);
    }

    /// As the program, with the ballot taken.
    boolean closesWhenAllHaveVoted(BallotId id) {
        var all = boxes.voted(id).containsAll(store.voters(id));
        if (all) {
            store.move(id, BallotState.OPEN, BallotState.CLOSED);
        }
        return all;
    }

    /// All have voted before the last day was over. Where whoever acts has no group any more, it is told when it is
    /// over.
    void tellClosed(Ballot ballot) {
        var voters = scope.actingAs(PROGRAM, () -> store.voters(ballot.id()));
        circles.of(ballot.group()).ifPresent(circle -> notices.closed(ballot, circle, voters, clock.instant()));
    }
}
