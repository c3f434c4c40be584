package org.peerage.attendance;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.peerage.ballots.BallotRule;
import org.peerage.ballots.Ballots;
import org.peerage.groups.Circle;
import org.peerage.groups.Circles;
import org.peerage.groups.GroupId;
import org.peerage.groups.Groups;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import org.peerage.web.NotFound;
import org.peerage.web.Outcome;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Counting by the charter, and taking the step that is due.
@Component
class Attendance {

    private final AttendanceStore store;
    private final LeaveStore leaves;
    private final Overseers overseers;
    private final AttendanceNotices notices;
    private final Ballots ballots;
    private final Circles circles;
    private final Groups groups;
    private final InstantSource clock;

    Attendance(
            AttendanceStore store,
            LeaveStore leaves,
            Overseers overseers,
            AttendanceNotices notices,
            Ballots ballots,
            Circles circles,
            Groups groups,
            InstantSource clock) {
        this.store = store;
        this.leaves = leaves;
        this.overseers = overseers;
        this.notices = notices;
        this.ballots = ballots;
        this.circles = circles;
        this.groups = groups;
        this.clock = clock;
    }

    /// For those in the room; the chair's part of it for the chair alone.
    @Transactional(readOnly = true)
    AttendancePage page(GroupId group) {
        var circle = circles.inside(group);
        var held = store.held(circle, aYearAgo(circle));
        var steps = store.steps(group);
        var policy = groups.terms(group).flatMap(Policy::of);
        var me = Acting.me();
        var overseen = overseers.mine(circle);
        var next = overseers.nextChair(circle);
        // Where the group stands in, it is asked of what counts and nothing else.
        var marksAll = circle.chaired() || next.equals(Optional.of(me));
        return new AttendancePage(
                circle,
                me,
                policy.map(by -> ladder(circle, by, me, held, steps)),
                overseen,
                next,
                policy.map(by -> due(circle, overseen, by, held, steps)).orElse(List.of()),
                held.stream()
                        .filter(one -> overseen.contains(one.person()))
                        .filter(one -> marksAll
                                || one.excused()
                                || policy.filter(by -> one.count(by.veryLate()).halves() > 0)
                                        .isPresent())
                        .toList(),
                leaves.in(group),
                Leaves.longest(groups, group),
                clock.instant());
    }

    /// Of those whom whoever acts oversees, in the order of names: whose step is due, and whose vote stands.
    /// Where nobody is to chair next, what is due with the chair stands on the page of attendance, and in
    /// nobody's way.
    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    List<Due> due(Circle circle) {
        if (!circle.chaired() && !overseers.nextChair(circle).equals(Optional.of(Acting.me()))) {
            return List.of();
        }
        return groups.terms(circle.id())
                .flatMap(Policy::of)
                .map(policy -> due(
                        circle,
                        overseers.mine(circle),
                        policy,
                        store.held(circle, aYearAgo(circle)),
                        store.steps(circle.id())))
                .orElse(List.of());
    }

    private List<Due> due(
            Circle circle, Set<PersonId> overseen, Policy policy, List<Presence> held, List<Ladder.Taken> steps) {
        return circle.people().stream()
                .filter(sitter -> overseen.contains(sitter.id()))
                .map(sitter -> ladder(circle, policy, sitter.id(), held, steps))
                .flatMap(ladder -> due(circle, ladder).stream())
                .toList();
    }

    private Optional<Due> due(Circle circle, Ladder ladder) {
        return ladder.due()
                .<Due>map(step -> new Due.Stands(ladder, step))
                .or(() -> ladder.last()
                        .filter(step -> step.step() == Step.VOTE)
                        .flatMap(step -> ballots.on(circle.id(), Ending.KIND, step.id()))
                        .filter(ballot -> ballot.passed().orElse(false))
                        .map(ballot -> new Due.Ends(ladder, ballot.page())));
    }

    private Ladder ladder(
            Circle circle, Policy policy, PersonId person, List<Presence> held, List<Ladder.Taken> steps) {
        var since = aYearAgo(circle);
        return new Ladder(
                person,
                policy,
                held.stream().filter(one -> one.person().equals(person)).toList(),
                steps.stream()
                        .filter(step ->
                                step.person().equals(person) && step.at().isAfter(since))
                        .toList());
    }

    private Instant aYearAgo(Circle circle) {
        return clock.instant().atZone(circle.zone()).minusYears(1).toInstant();
    }

    /// By whoever oversees them. A step that is not due is refused; the one taken last was taken.
    @Transactional
    Outcome take(GroupId group, PersonId person, Step step) {
        var circle = overseeing(group, person);
        var policy = groups.terms(group).flatMap(Policy::of).orElseThrow(NotFound::new);
        var steps = store.steps(group);
        return switch (ladder(circle, policy, person, store.held(circle, aYearAgo(circle)), steps)
                .answer(step)) {
            case TAKEN -> Outcome.done();
            case NOT_DUE -> Outcome.refused("attendance.refused.not-due", circle.nameOf(person));
            case TAKES -> {
                var number = (int) steps.stream()
                                .filter(one -> one.person().equals(person))
                                .count()
                        + 1;
                var taken = new Ladder.Taken(Ids.next(), person, number, step, Acting.me(), clock.instant());
                if (store.take(group, taken)) {
                    follow(circle, taken);
                }
                yield Outcome.done();
            }
        };
    }

    /// What a step does besides being written down.
    private void follow(Circle circle, Ladder.Taken taken) {
        switch (taken.step()) {
            case NUDGE -> notices.nudged(circle, taken);
            case CALL, TALK -> {}
            case VOTE ->
                ballots.open(
                        circle,
                        Ending.KIND,
                        taken.id(),
                        BallotRule.of(groups.terms(circle.id())
                                .orElseThrow(NotFound::new)
                                .deciding()),
                        Set.of(taken.person()));
        }
    }

    /// By whoever oversees them, at a meeting that counts for them.
    @Transactional
    Outcome mark(GroupId group, UUID meeting, PersonId person, Mark mark) {
        var circle = overseeing(group, person);
        var one = presence(circle, meeting, person);
        if (mark.on(one)) {
            return Outcome.done();
        }
        if (!mark.fits(one)) {
            return Outcome.refused("attendance.refused." + mark.key(), circle.nameOf(person));
        }
        store.mark(group, meeting, person, mark, clock.instant());
        return Outcome.done();
    }

    @Transactional
    void takeBack(GroupId group, UUID meeting, PersonId person, Mark mark) {
        var circle = overseeing(group, person);
        presence(circle, meeting, person);
        store.takeBack(meeting, person, mark);
    }

    private Presence presence(Circle circle, UUID meeting, PersonId person) {
        return store.held(circle, aYearAgo(circle)).stream()
                .filter(one -> one.meeting().equals(meeting) && one.person().equals(person))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private Circle overseeing(GroupId group, PersonId person) {
        var circle = circles.inside(group);
        if (!overseers.mine(circle).contains(person)) {
            throw new NotFound();
        }
        return circle;
    }
}
