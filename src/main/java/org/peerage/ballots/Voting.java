package org.peerage.ballots;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.peerage.groups.Circle;
import org.peerage.groups.Circles;
import org.peerage.groups.GroupId;
import org.peerage.groups.Groups;
import org.peerage.rooms.Rooms;
import org.peerage.rooms.SealedInput;
import org.peerage.sealing.Sealed;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import org.peerage.tenancy.Scope;
import org.peerage.web.Message;
import org.peerage.web.NotFound;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Asking a group something, putting one's paper into the box, and counting.
@Component
class Voting {

    /// How long a paper is, sealed: all are of one length.
    private static final int PAPER = 1 + 24 + 32 + 8192 + 16;

    /// A question in the words of whoever asks; no module hears what came of it.
    static final String OWN = "question";

    /// How many pages have to count alike before something follows from it.
    private static final int ALIKE = 2;

    private final BallotStore store;
    private final BoxStore boxes;
    private final Ballots ballots;
    private final ObjectProvider<BallotSubject> subjects;
    private final BallotNotices notices;
    private final Circles circles;
    private final Groups groups;
    private final Rooms rooms;
    private final Scope scope;
    private final InstantSource clock;

    Voting(
            BallotStore store,
            BoxStore boxes,
            Ballots ballots,
            ObjectProvider<BallotSubject> subjects,
            BallotNotices notices,
            Circles circles,
            Groups groups,
            Rooms rooms,
            Scope scope,
            InstantSource clock) {
        this.store = store;
        this.boxes = boxes;
        this.ballots = ballots;
        this.subjects = subjects;
        this.notices = notices;
        this.circles = circles;
        this.groups = groups;
        this.rooms = rooms;
        this.scope = scope;
        this.clock = clock;
    }

    /// What became of a paper.
    enum Cast {
        IN,
        /// Whoever acts has a paper in the box already; this one was not put in.
        TWICE,
        CLOSED
    }

    /// What became of a question.
    enum Asking {
        ASKED,
        /// The last day is not one that the charter allows.
        TOO_SOON
    }

    /// A box that is closed, as a page counts it.
    record Box(List<String> papers, List<UUID> voted, List<UUID> voters) {}

    @Transactional(readOnly = true)
    BallotsPage list(GroupId group) {
        var circle = circles.own(group);
        var all = store.in(group);
        var texts =
                rooms.texts(circle.openRoom(), all.stream().map(Ballot::subject).toList());
        return new BallotsPage(
                circle,
                Ids.steady("ballots", Acting.me(), group, all.size()),
                ballots.firstLastDay(circle),
                rule(group),
                inRoom(circle),
                all.stream()
                        .map(ballot -> new BallotsPage.Line(
                                ballot,
                                question(circle, ballot),
                                Optional.ofNullable(texts.get(ballot.subject())),
                                clock.instant()))
                        .toList());
    }

    @Transactional(readOnly = true)
    BallotPage page(GroupId group, BallotId id) {
        var circle = circles.own(group);
        var ballot = found(group, id);
        var me = Acting.me();
        var voted = scope.actingAs(Ballots.PROGRAM, () -> boxes.voted(id));
        var voters = store.voters(id);
        return new BallotPage(
                circle,
                ballot,
                question(circle, ballot),
                Optional.ofNullable(rooms.texts(circle.openRoom(), List.of(ballot.subject()))
                        .get(ballot.subject())),
                subject(ballot).flatMap(subject -> subject.page(circle, ballot.subject())),
                voters.stream()
                        .map(circle::nameOf)
                        .sorted(String.CASE_INSENSITIVE_ORDER)
                        .toList(),
                voted.size(),
                voted.contains(me),
                ballot.by().equals(me) && ballot.kind().equals(OWN),
                clock.instant());
    }

    /// In one's own words, by the rule that the charter has for what it does not name.
    @Transactional
    Asking ask(GroupId group, LocalDate lastDay, SealedInput sealed) {
        var circle = circles.own(group);
        var words = sealed.only(BallotTexts.QUESTION);
        if (lastDay.isBefore(ballots.firstLastDay(circle))
                || lastDay.isAfter(ballots.firstLastDay(circle).plusYears(1))) {
            return Asking.TOO_SOON;
        }
        if (rooms.put(circle.openRoom(), List.of(words))) {
            ballots.open(circle, new BallotId(words.id()), OWN, words.id(), rule(group), lastDay, Set.of());
        }
        return Asking.ASKED;
    }

    /// By whoever asked, as long as it is open.
    @Transactional
    void withdraw(GroupId group, BallotId id) {
        var ballot = found(group, id);
        if (!ballot.by().equals(Acting.me()) || !ballot.kind().equals(OWN)) {
            throw new NotFound();
        }
        ballots.withdraw(ballot);
    }

    /// Puts the paper of whoever acts into the box, once. Which it is nobody knows from then on.
    @Transactional
    Cast vote(GroupId group, BallotId id, Sealed paper) {
        circles.own(group);
        var asked = found(group, id);
        if (paper.bytes().length != PAPER) {
            throw new NotFound();
        }
        var me = Acting.me();
        record Done(Cast cast, Optional<Ballot> closed) {}
        var done = scope.actingAs(Ballots.PROGRAM, () -> {
            var ballot = store.take(id).orElseThrow(NotFound::new);
            if (boxes.voted(id).contains(me)) {
                return new Done(Cast.TWICE, Optional.empty());
            }
            if (!ballot.takesPapers(clock.instant()) || !store.voters(id).contains(me)) {
                return new Done(Cast.CLOSED, Optional.empty());
            }
            boxes.put(id, paper, me);
            return new Done(Cast.IN, ballots.closesWhenAllHaveVoted(id) ? Optional.of(ballot) : Optional.empty());
        });
        if (done.cast() == Cast.IN) {
            notices.voted(asked, me);
            done.closed().ifPresent(ballots::tellClosed);
        }
        return done.cast();
    }

    @Transactional(readOnly = true)
    Box box(GroupId group, BallotId id) {
        var ballot = found(group, id);
        if (!ballot.state().isCountable()) {
            throw new NotFound();
        }
        return new Box(
                boxes.papers(id).stream().map(Sealed::base64url).toList(),
                boxes.voted(id).stream().map(PersonId::value).sorted().toList(),
                store.voters(id).stream().map(PersonId::value).sorted().toList());
    }

    /// What the page of whoever acts has counted. When two have counted the same, it is so.
    @Transactional
    void count(GroupId group, BallotId id, Tally tally) {
        found(group, id);
        var ballot = scope.actingAs(Ballots.PROGRAM, () -> store.take(id).orElseThrow(NotFound::new));
        if (!ballot.state().isCountable()
                || tally.papers() != boxes.papers(id).size()
                || !boxes.count(id, Acting.me(), tally)
                || ballot.state() != BallotState.CLOSED) {
            return;
        }
        var voters = store.voters(id).size();
        var alike = boxes.counted(id).stream().filter(tally::equals).count();
        if (alike >= Math.min(ALIKE, voters)) {
            var passed = ballot.rule().passes(tally, voters);
            scope.actingAs(Ballots.PROGRAM, () -> {
                store.move(id, BallotState.CLOSED, passed ? BallotState.PASSED : BallotState.FAILED);
                return passed;
            });
            subject(ballot).ifPresent(subject -> subject.decided(group, ballot.subject(), passed));
        }
    }

    private BallotRule rule(GroupId group) {
        return BallotRule.of(groups.terms(group).orElseThrow(NotFound::new).deciding());
    }

    private Optional<Message> question(Circle circle, Ballot ballot) {
        return subject(ballot).map(subject -> subject.question(circle, ballot.subject()));
    }

    private Optional<BallotSubject> subject(Ballot ballot) {
        return subjects.stream()
                .filter(subject -> subject.kind().equals(ballot.kind()))
                .findFirst();
    }

    private static int inRoom(Circle circle) {
        return circle.inRoom().size();
    }

    private Ballot found(GroupId group, BallotId id) {
        return store.find(group, id).orElseThrow(NotFound::new);
    }
}
