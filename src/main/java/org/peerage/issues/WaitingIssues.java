package org.peerage.issues;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.Circle;
import org.peerage.meetings.MeetingId;
import org.peerage.rooms.RoomRefused;
import org.peerage.rooms.Rooms;
import org.peerage.rooms.SealedPut;
import org.peerage.rooms.SealedView;
import org.peerage.tenancy.Acting;
import org.peerage.web.Link;
import org.peerage.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Issues that have a title and wait. Everything runs in the transaction of whoever asks.
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class WaitingIssues {

    private final IssueStore store;
    private final GoalIssueStore goals;
    private final Issues issues;
    private final Rooms rooms;
    private final InstantSource clock;

    WaitingIssues(IssueStore store, GoalIssueStore goals, Issues issues, Rooms rooms, InstantSource clock) {
        this.store = store;
        this.goals = goals;
        this.issues = issues;
        this.rooms = rooms;
        this.clock = clock;
    }

    /// Of everybody in the room, the oldest first; those that were let go too.
    public List<WaitingIssue> of(Circle circle) {
        var parked = store.parked(circle.id());
        var texts = rooms.texts(
                circle.openRoom(),
                parked.stream().map(issue -> issue.preparation().stated()).toList());
        return parked.stream()
                .flatMap(issue -> Optional.ofNullable(
                                texts.get(issue.preparation().stated()))
                        .stream()
                        .map(title -> new WaitingIssue(
                                issue.id(),
                                issue.presenter(),
                                title,
                                issue instanceof Issue.LetGo(var _, var at) ? at : null)))
                .toList();
    }

    /// Whether it is an open goal of whoever acts.
    public boolean mayServe(Circle circle, UUID goal) {
        return goals.mayServe(goal, circle.id());
    }

    /// What was brought because it stands in the way of a goal.
    ///
    /// @param state the key of what has become of it
    public record ForGoal(UUID goal, IssueId id, SealedView title, String state, Link page) {}

    /// The oldest first.
    public List<ForGoal> forGoals(Circle circle, Collection<UUID> asked) {
        var all = goals.forGoals(circle.id(), asked);
        var found = all.keySet().stream().flatMap(id -> store.find(id).stream()).toList();
        var texts = rooms.texts(
                circle.openRoom(),
                found.stream().map(issue -> issue.preparation().stated()).toList());
        return found.stream()
                .flatMap(issue ->
                        Optional.ofNullable(texts.get(issue.preparation().stated()))
                                .flatMap(title -> Optional.ofNullable(all.get(issue.id()))
                                        .map(goal -> new ForGoal(
                                                goal,
                                                issue.id(),
                                                title,
                                                "issues.page.state." + issue.state(),
                                                page(circle, issue.id()))))
                                .stream())
                .toList();
    }

    /// One of one's own, by its title; the kind and the way are what is usual until it is prepared.
    ///
    /// @param goal of whoever acts, which it stands in the way of; null for none
    /// @return empty where this very request was kept before
    public Optional<IssueId> park(Circle circle, SealedPut title, @Nullable UUID goal) {
        if (goal != null && !goals.mayServe(goal, circle.id())) {
            throw new NotFound();
        }
        if (!title.about().equals(title.id()) || title.rev() != 1) {
            throw new RoomRefused("text-missing");
        }
        if (!rooms.put(circle.openRoom(), List.of(title))) {
            return Optional.empty();
        }
        var id = new IssueId(title.id());
        var way = issues.ways(IssueKind.DECISION, circle.id()).getFirst();
        store.park(
                new Issue.Waiting(new Issue.Preparation(
                        id,
                        circle.id(),
                        circle.openRoom(),
                        Acting.me(),
                        IssueKind.DECISION,
                        way.key(),
                        way.minutes(),
                        title.id())),
                clock.instant());
        if (goal != null) {
            goals.add(id, goal, circle.id(), Acting.me());
        }
        return Optional.of(id);
    }

    /// Takes one's own off. What was taken off before stays so.
    public void letGo(IssueId id) {
        if (own(id) instanceof Issue.Waiting waiting) {
            store.letGo(waiting.letGo(clock.instant()));
        }
    }

    public void takeUp(IssueId id) {
        if (own(id) instanceof Issue.LetGo gone) {
            store.takeUp(gone.takeUp());
        }
    }

    private Issue own(IssueId id) {
        return store.take(id)
                .filter(issue -> issue.presenter().equals(Acting.me()))
                .filter(issue -> issue instanceof Issue.Waiting || issue instanceof Issue.LetGo)
                .orElseThrow(NotFound::new);
    }

    /// Where its presenter prepares one for a meeting.
    public Link preparing(MeetingId meeting, IssueId id) {
        return Link.to(meeting.address() + "/issue?issue=" + id, "issues.prepare.bring");
    }

    /// Of the page of one.
    public Link page(Circle circle, IssueId id) {
        return Link.to(id.address(circle.id()), "issues.page.link");
    }
}
