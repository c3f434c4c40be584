package org.peerage.issues;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.peerage.groups.Circle;
import org.peerage.groups.Circles;
import org.peerage.groups.GroupId;
import org.peerage.processing.ProcessingId;
import org.peerage.processing.Processings;
import org.peerage.processing.Protocols;
import org.peerage.rooms.RoomRefused;
import org.peerage.rooms.Rooms;
import org.peerage.rooms.SealedInput;
import org.peerage.rooms.SealedView;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Ids;
import org.peerage.web.Message;
import org.peerage.web.NotFound;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What a room keeps of an issue, and what its presenter says of it later.
@Component
class IssuePages {

    private final IssueStore store;
    private final IssueHistoryStore history;
    private final GoalIssueStore goals;
    private final Issues issues;
    private final ObjectProvider<IssueOutcomes> outcomes;
    private final Protocols protocols;
    private final Processings processings;
    private final Circles circles;
    private final Rooms rooms;
    private final InstantSource clock;

    IssuePages(
            IssueStore store,
            IssueHistoryStore history,
            GoalIssueStore goals,
            Issues issues,
            ObjectProvider<IssueOutcomes> outcomes,
            Protocols protocols,
            Processings processings,
            Circles circles,
            Rooms rooms,
            InstantSource clock) {
        this.store = store;
        this.history = history;
        this.goals = goals;
        this.issues = issues;
        this.outcomes = outcomes;
        this.protocols = protocols;
        this.processings = processings;
        this.circles = circles;
        this.rooms = rooms;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    IssuePage of(GroupId group, IssueId id) {
        var circle = circles.own(group);
        var issue = find(circle, id);
        var said = history.said(id);
        return new IssuePage(
                circle,
                issue,
                protocols
                        .find(IssueSubjects.MODULE, issue.preparation().protocol())
                        .map(way -> Message.of("issues.protocol." + way.key() + ".title"))
                        .orElse(null),
                issues.kept(circle, List.of(issue)).stream().findFirst().orElseThrow(NotFound::new),
                history.meetings(id, group),
                outcomes.orderedStream()
                        .flatMap(known -> known.kept(circle, id).stream())
                        .toList(),
                later(circle, said),
                open(circle, issue, said).orElse(null),
                left(issue).orElse(null),
                goals.goalOf(id)
                        .flatMap(goal -> Optional.ofNullable(
                                rooms.texts(circle.openRoom(), List.of(goal)).get(goal)))
                        .orElse(null),
                Ids.steady(id, Acting.me(), said.size()));
    }

    private Optional<IssuePage.Left> left(Issue issue) {
        return isLeft(issue)
                ? history.left(issue.id())
                        .map(item -> new ProcessingId(item.value()))
                        .map(work -> new IssuePage.Left(work, processings.panel(work)))
                : Optional.empty();
    }

    private static boolean isLeft(Issue issue) {
        return issue instanceof Issue.AtWork && issue.presenter().equals(Acting.me());
    }

    private List<IssuePage.Later> later(Circle circle, Map<LookBack, UUID> said) {
        var texts = rooms.texts(circle.openRoom(), said.values());
        return said.entrySet().stream()
                .flatMap(one -> Optional.<SealedView>ofNullable(texts.get(one.getValue())).stream()
                        .map(words -> new IssuePage.Later(one.getKey(), words)))
                .toList();
    }

    /// The latest question to whoever acts that nobody has answered.
    private Optional<LookBack> open(Circle circle, Issue issue, Map<LookBack, UUID> said) {
        return issue instanceof Issue.Closed closed && issue.presenter().equals(Acting.me())
                ? LookBack.open(closed.at(), said.keySet(), clock.instant(), circle.zone())
                : Optional.empty();
    }

    /// Of whoever acts, the oldest first.
    ///
    /// @param finish the group left it, and waits to hear what comes of it
    /// @param lookBack they have not yet said whether it helped, and the time is right to ask
    record Waiting(Optional<IssueId> finish, Optional<IssueId> lookBack) {}

    @Transactional(readOnly = true)
    Waiting waiting(Circle circle) {
        var mine = store.of(circle.id(), Acting.me()).reversed();
        return new Waiting(
                first(mine, issue -> isLeft(issue) && history.left(issue.id()).isPresent()),
                first(mine, issue -> isAsked(circle, issue)));
    }

    private static Optional<IssueId> first(List<Issue> issues, Predicate<Issue> which) {
        return issues.stream().filter(which).map(Issue::id).findFirst();
    }

    private boolean isAsked(Circle circle, Issue issue) {
        return issue instanceof Issue.Closed closed
                && open(circle, issue, history.said(issue.id())).stream()
                        .anyMatch(when -> when.asks(closed.at(), clock.instant(), circle.zone()));
    }

    /// Says whether it has helped: once after a month, once after three.
    @Transactional
    void lookBack(GroupId group, IssueId id, SealedInput sealed) {
        var circle = circles.own(group);
        var issue = Optional.of(find(circle, id))
                .filter(one -> one.presenter().equals(Acting.me()))
                .orElseThrow(NotFound::new);
        var text = sealed.only(IssueTexts.HELPED);
        if (!text.about().equals(id.value())) {
            throw new RoomRefused("text-missing");
        }
        if (rooms.put(circle.openRoom(), List.of(text))) {
            var when = open(circle, issue, history.said(id)).orElseThrow(() -> new RoomRefused("not-now"));
            if (!history.say(id, group, when, text.id(), clock.instant())) {
                throw new RoomRefused("not-now");
            }
        }
    }

    private Issue find(Circle circle, IssueId id) {
        return store.find(id)
                .filter(issue -> issue.preparation().group().equals(circle.id()))
                .orElseThrow(NotFound::new);
    }
}
