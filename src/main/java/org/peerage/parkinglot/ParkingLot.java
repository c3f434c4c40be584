package org.peerage.parkinglot;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.Circle;
import org.peerage.groups.Circles;
import org.peerage.groups.GroupId;
import org.peerage.issues.IssueHelps;
import org.peerage.issues.IssueId;
import org.peerage.issues.IssueQueue;
import org.peerage.issues.WaitingIssue;
import org.peerage.issues.WaitingIssues;
import org.peerage.meetings.MeetingId;
import org.peerage.meetings.Meetings;
import org.peerage.meetings.Occasion;
import org.peerage.rooms.Rooms;
import org.peerage.rooms.SealedInput;
import org.peerage.rooms.SealedView;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Ids;
import org.peerage.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Putting an issue into the parking lot, saying how much it presses, and taking it out again.
@Component
class ParkingLot implements IssueQueue {

    private final ParkingLotStore store;
    private final WaitingIssues issues;
    private final Rooms rooms;
    private final IssueHelps helps;
    private final Meetings meetings;
    private final Circles circles;
    private final InstantSource clock;

    ParkingLot(
            ParkingLotStore store,
            WaitingIssues issues,
            Rooms rooms,
            IssueHelps helps,
            Meetings meetings,
            Circles circles,
            InstantSource clock) {
        this.store = store;
        this.issues = issues;
        this.rooms = rooms;
        this.helps = helps;
        this.meetings = meetings;
        this.circles = circles;
        this.clock = clock;
    }

    @Override
    public Map<IssueId, Integer> scores(GroupId group) {
        var scores = new HashMap<IssueId, Integer>();
        circles.of(group)
                .filter(Circle::mine)
                .ifPresent(circle ->
                        store.in(group, today(circle)).forEach(weight -> scores.put(weight.issue(), weight.points())));
        return scores;
    }

    @Transactional(readOnly = true)
    ParkingLotPage page(GroupId group, @Nullable UUID goal) {
        var circle = circles.own(group);
        var today = today(circle);
        var weights = store.in(group, today).stream().collect(Collectors.toMap(Weight::issue, Function.identity()));
        var next = meetings.next(group, clock.instant()).map(Occasion::meeting);
        var all = issues.of(circle).stream()
                .flatMap(issue -> Optional.ofNullable(weights.get(issue.id())).stream()
                        .map(weight -> line(circle, issue, weight, next)))
                .toList();
        var waiting = all.stream()
                .filter(line -> line.issue().waits())
                .sorted(Comparator.comparingInt(
                                (ParkingLotPage.Line line) -> line.weight().points())
                        .thenComparingInt(line -> line.weight().wishes())
                        .reversed())
                .toList();
        return new ParkingLotPage(
                circle,
                today,
                Ids.steady(
                        "parkinglot",
                        Acting.me(),
                        group,
                        all.stream().filter(ParkingLotPage.Line::mine).count()),
                goal(circle, goal),
                waiting,
                all.stream().filter(line -> !line.issue().waits()).toList(),
                helps.of(circle));
    }

    /// One that whoever looks has not set, or that has ended, is none.
    private @Nullable SealedView goal(Circle circle, @Nullable UUID goal) {
        return goal == null || !issues.mayServe(circle, goal)
                ? null
                : rooms.texts(circle.openRoom(), List.of(goal)).get(goal);
    }

    private ParkingLotPage.Line line(Circle circle, WaitingIssue issue, Weight weight, Optional<MeetingId> next) {
        var mine = issue.presenter().equals(Acting.me());
        return new ParkingLotPage.Line(
                issue,
                weight,
                circle.nameOf(issue.presenter()),
                mine,
                next.filter(_ -> mine)
                        .map(meeting -> issues.preparing(meeting, issue.id()))
                        .orElse(null),
                issues.page(circle, issue.id()));
    }

    @Transactional
    void park(GroupId group, int importance, int urgency, @Nullable UUID goal, SealedInput sealed) {
        var circle = circles.own(group);
        issues.park(circle, sealed.only(WaitingIssue.KIND), goal).ifPresent(id -> {
            store.add(circle, id, importance, urgency);
            store.mention(circle, id, today(circle));
        });
    }

    @Transactional
    void weigh(GroupId group, IssueId issue, int importance, int urgency) {
        on(group, issue, _ -> {
            if (!store.weigh(issue, importance, urgency)) {
                throw new NotFound();
            }
        });
    }

    /// Somebody has spoken of it today.
    @Transactional
    void mention(GroupId group, IssueId issue) {
        on(group, issue, circle -> store.mention(circle, issue, today(circle)));
    }

    @Transactional
    void takeBackMention(GroupId group, IssueId issue) {
        on(group, issue, circle -> store.takeBackMention(issue, today(circle)));
    }

    @Transactional
    void wish(GroupId group, IssueId issue) {
        on(group, issue, circle -> store.wish(circle, issue));
    }

    @Transactional
    void takeBackWish(GroupId group, IssueId issue) {
        on(group, issue, _ -> store.takeBackWish(issue));
    }

    /// Two of one's own that are the same: what counted for the one counts for the other.
    @Transactional
    void putTogether(GroupId group, IssueId one, IssueId other) {
        on(group, one, circle -> {
            var mine = issues.of(circle).stream()
                    .filter(issue -> issue.waits() && issue.presenter().equals(Acting.me()))
                    .map(WaitingIssue::id)
                    .toList();
            if (one.equals(other) || !mine.containsAll(List.of(one, other))) {
                throw new NotFound();
            }
            store.putTogether(one, other);
            issues.letGo(one);
        });
    }

    @Transactional
    void letGo(GroupId group, IssueId issue) {
        on(group, issue, _ -> issues.letGo(issue));
    }

    @Transactional
    void takeUp(GroupId group, IssueId issue) {
        on(group, issue, _ -> {
            issues.takeUp(issue);
            store.takeApart(issue);
        });
    }

    private void on(GroupId group, IssueId issue, Consumer<Circle> act) {
        var circle = circles.own(group);
        if (!store.has(group, issue)) {
            throw new NotFound();
        }
        act.accept(circle);
    }

    private LocalDate today(Circle circle) {
        return circle.day(clock.instant());
    }
}
