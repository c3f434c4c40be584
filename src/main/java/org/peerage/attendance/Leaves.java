package org.peerage.attendance;

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
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import org.peerage.web.NotFound;
import org.peerage.web.Outcome;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Asking for a leave, agreeing to it, and coming back.
@Component
class Leaves {

    private final LeaveStore store;
    private final Overseers overseers;
    private final AttendanceNotices notices;
    private final Circles circles;
    private final Groups groups;
    private final InstantSource clock;

    Leaves(
            LeaveStore store,
            Overseers overseers,
            AttendanceNotices notices,
            Circles circles,
            Groups groups,
            InstantSource clock) {
        this.store = store;
        this.overseers = overseers;
        this.notices = notices;
        this.circles = circles;
        this.groups = groups;
        this.clock = clock;
    }

    /// Months, as the charter says; none where it has left that clause out.
    static int longest(Groups groups, GroupId group) {
        return groups.terms(group, "leaving")
                .map(terms -> terms.number("pauseMonths"))
                .orElse(0);
    }

    /// @param mine that whoever acts is on today
    /// @param asked that wait for whoever acts
    record Now(Optional<Leave> mine, List<Leave> asked) {}

    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    Now now(Circle circle) {
        var today = today(circle);
        var all = store.in(circle.id());
        var mine = all.stream()
                .filter(leave -> leave.person().equals(Acting.me()) && leave.covers(today))
                .findFirst();
        var asked = all.stream()
                .filter(leave -> leave.is(Leave.State.ASKED) && leave.ahead(today))
                .filter(leave -> !leave.person().equals(Acting.me()))
                .toList();
        var overseen = asked.isEmpty() ? Set.<PersonId>of() : overseers.mine(circle);
        return new Now(
                mine,
                asked.stream()
                        .filter(leave -> overseen.contains(leave.person()))
                        .toList());
    }

    /// By a member. A chair needs a next chair first, who agrees to it, and leads meanwhile.
    @Transactional
    Outcome ask(GroupId group, LocalDate first, LocalDate last) {
        var circle = circles.inside(group);
        if (circle.chaired() && overseers.nextChair(circle).isEmpty()) {
            return Outcome.refused("attendance.leave.refused.chair");
        }
        var months = longest(groups, group);
        if (months == 0) {
            return Outcome.refused("attendance.leave.refused.none");
        }
        if (first.isBefore(today(circle)) || first.isAfter(today(circle).plusYears(1))) {
            return Outcome.refused("attendance.leave.refused.past");
        }
        if (last.isBefore(first)) {
            return Outcome.refused("attendance.leave.refused.order");
        }
        if (!last.isBefore(first.plusMonths(months))) {
            return Outcome.refused("attendance.leave.refused.long", months);
        }
        store.askOneByOne();
        var same = new Leave(Ids.next(), group, Acting.me(), first, last, Leave.State.ASKED, null, false);
        var others = store.in(group).stream()
                .filter(leave -> leave.person().equals(Acting.me()) && leave.overlaps(first, last))
                .toList();
        if (others.stream()
                .anyMatch(leave -> leave.first().equals(first) && leave.last().equals(last))) {
            return Outcome.done();
        }
        if (!others.isEmpty()) {
            return Outcome.refused("attendance.leave.refused.overlaps");
        }
        store.ask(same, clock.instant());
        notices.asked(circle, same, overseers.of(circle, same.person()));
        return Outcome.done();
    }

    /// What was done before by the same act stays done.
    @Transactional
    Outcome act(GroupId group, UUID id, Leave.Act act) {
        var circle = circles.inside(group);
        var leave = store.take(group, id).orElseThrow(NotFound::new);
        var own = leave.person().equals(Acting.me());
        if (act.byChair() ? !overseers.mine(circle).contains(leave.person()) : !own) {
            throw new NotFound();
        }
        if (leave.is(act.to())) {
            return Outcome.done();
        }
        var today = today(circle);
        if (!leave.takes(act) || !leave.ahead(today)) {
            return Outcome.refused("attendance.leave.refused.over");
        }
        store.settle(leave, act.to(), act == Leave.Act.RETURN ? today : null, clock.instant());
        notices.settled(circle, leave, act);
        return Outcome.done();
    }

    private LocalDate today(Circle circle) {
        return circle.day(clock.instant());
    }
}
