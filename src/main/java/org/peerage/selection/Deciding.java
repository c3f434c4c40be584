package org.peerage.selection;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.peerage.ballots.BallotRule;
import org.peerage.ballots.BallotSubject;
import org.peerage.ballots.Ballots;
import org.peerage.groups.Circle;
import org.peerage.groups.Circles;
import org.peerage.groups.GroupId;
import org.peerage.groups.Groups;
import org.peerage.tenancy.Ids;
import org.peerage.web.Link;
import org.peerage.web.Message;
import org.peerage.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// How a group decides on somebody: by a secret ballot under the rule of its charter, or by its chair where the charter
/// says so. What comes of a ballot moves them; no number and no reason of it are kept with them (ADR-0029).
@Component
class Deciding implements BallotSubject {

    static final String KIND = "selection.candidate";

    private final ProspectStore store;
    private final Ballots ballots;
    private final List<Findings> findings;
    private final Circles circles;
    private final Groups groups;
    private final SelectionNotices notices;
    private final InstantSource clock;

    Deciding(
            ProspectStore store,
            Ballots ballots,
            List<Findings> findings,
            Circles circles,
            Groups groups,
            SelectionNotices notices,
            InstantSource clock) {
        this.store = store;
        this.ballots = ballots;
        this.findings = List.copyOf(findings);
        this.circles = circles;
        this.groups = groups;
        this.notices = notices;
        this.clock = clock;
    }

    /// Empty where the chair decides after hearing the members.
    Optional<BallotRule> rule(GroupId group) {
        return BallotRule.unlessTheChair(
                groups.terms(group).orElseThrow(NotFound::new).admission());
    }

    /// What has to be settled first, as it is at this moment.
    List<Message> open(Circle circle, Prospect prospect) {
        return findings.stream()
                .flatMap(module -> module.open(circle, prospect.candidate()).stream())
                .toList();
    }

    /// What the charter asks for first and has not been.
    List<Message> missing(Circle circle, Prospect prospect) {
        return findings.stream()
                .flatMap(module -> module.missing(circle, prospect.candidate()).stream())
                .toList();
    }

    /// The same as an answer to whoever has pressed.
    List<Message> against(Circle circle, Prospect prospect) {
        var open = open(circle, prospect);
        return open.isEmpty()
                ? open
                : Stream.concat(Stream.of(Message.of("selection.problem.open")), open.stream())
                        .toList();
    }

    /// By the chair, once whatever was found is settled. Why it was not opened; nothing where it was, or was before.
    @Transactional
    List<Message> putToTheVote(GroupId group, ProspectId id) {
        var circle = circles.inside(group);
        var prospect = store.take(group, id).orElseThrow(NotFound::new);
        if (!circle.chaired()) {
            throw new NotFound();
        }
        if (prospect.standing() != Standing.BALLOT) {
            return Prospects.ELSEWHERE;
        }
        if (prospect.erased()) {
            return Prospects.ERASED;
        }
        if (prospect.ballot() != null) {
            return List.of();
        }
        var rule = rule(group).orElseThrow(NotFound::new);
        var against = against(circle, prospect);
        if (against.isEmpty()) {
            var about = store.person(id).stream().collect(Collectors.toUnmodifiableSet());
            var ballot = ballots.open(circle, KIND, id.value(), rule, about);
            store.putToTheVote(
                    id,
                    ballot,
                    ballots.on(group, KIND, id.value())
                            .map(Ballots.Standing::lastDay)
                            .orElseThrow());
            notices.voted(prospect);
        }
        return against;
    }

    /// Whoever is moved on otherwise is not voted on any more.
    void takeBack(Prospect prospect) {
        if (prospect.ballot() != null) {
            ballots.withdraw(prospect.group(), KIND, prospect.id().value());
        }
    }

    /// The last one on them, to whoever may vote in it.
    Optional<Ballots.Standing> ballot(Prospect prospect) {
        return ballots.on(prospect.group(), KIND, prospect.id().value());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Message question(Circle circle, UUID subject) {
        return store.find(circle.id(), new ProspectId(subject))
                .map(prospect -> Message.of("selection.ballot.question", prospect.called()))
                .orElseGet(() -> Message.of("selection.ballot.question.gone"));
    }

    @Override
    public Optional<Link> page(Circle circle, UUID subject) {
        return store.find(circle.id(), new ProspectId(subject))
                .map(prospect -> Link.to(prospect.address(), "selection.ballot.candidate"));
    }

    /// Nobody's name stands beside the step: whoever counts second has decided nothing. The result of a ballot that was
    /// taken over by another step, or by another ballot, is nothing to them.
    @Override
    public void decided(GroupId group, UUID subject, boolean passed) {
        var circle = circles.own(group);
        store.take(group, new ProspectId(subject))
                .filter(prospect -> prospect.standing() == Standing.BALLOT)
                .filter(prospect -> ballot(prospect)
                        .filter(one -> one.ballot().equals(prospect.ballot()))
                        .flatMap(Ballots.Standing::passed)
                        .isPresent())
                .ifPresent(prospect -> {
                    var to = (passed ? Act.PASS : Act.FAIL)
                            .after(prospect.standing(), prospect.before())
                            .orElseThrow();
                    var now = clock.instant();
                    // While the ballot still stands with them: the database looks how it ended.
                    store.moved(Ids.next(), prospect.id(), to, now, null);
                    store.move(prospect, to, now, to.due(circle.day(now)));
                    if (Standing.ENDED.contains(to)) {
                        store.forgetApplication(prospect.id());
                    }
                    notices.decided(prospect, circle, to);
                });
    }
}
