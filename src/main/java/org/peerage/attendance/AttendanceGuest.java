package org.peerage.attendance;

import java.util.List;
import java.util.stream.Stream;
import org.peerage.groups.Circle;
import org.peerage.groups.GroupGuest;
import org.peerage.groups.NextStep;
import org.peerage.groups.NextStep.Urgency;
import org.peerage.groups.Shelf;
import org.peerage.groups.Way;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// The way to one's own count, what the chair has to do, and rest for whoever is on leave: nothing is asked of them to
/// prepare, which is why this guest comes before the meetings.
@Component
@Order(2)
class AttendanceGuest implements GroupGuest {

    private final Attendance attendance;
    private final Leaves leaves;

    AttendanceGuest(Attendance attendance, Leaves leaves) {
        this.attendance = attendance;
        this.leaves = leaves;
    }

    @Override
    public List<Way> ways(Circle circle) {
        return circle.inside() && circle.room().isPresent()
                ? List.of(Way.to(Shelf.RULES, AttendancePage.address(circle.id()), "attendance.nav"))
                : List.of();
    }

    @Override
    public List<NextStep> next(Circle circle) {
        if (!circle.inside() || circle.room().isEmpty()) {
            return List.of();
        }
        var page = AttendancePage.address(circle.id());
        var now = leaves.now(circle);
        var resting = now.mine().stream()
                .map(leave -> NextStep.to(page, Urgency.PREPARING, "attendance.next.leave.", leave.last()));
        return Stream.concat(resting, Stream.concat(asked(circle, now, page), due(circle, page)))
                .toList();
    }

    private static Stream<NextStep> asked(Circle circle, Leaves.Now now, String page) {
        return now.asked().stream()
                .limit(1)
                .map(leave -> NextStep.to(
                        page,
                        Urgency.HEARING,
                        "attendance.next.asked.",
                        circle.nameOf(leave.person()),
                        leave.first(),
                        leave.last()));
    }

    private Stream<NextStep> due(Circle circle, String page) {
        return attendance.due(circle).stream().limit(1).map(due -> switch (due) {
            case Due.Stands(var ladder, var step) ->
                NextStep.to(
                        page,
                        Urgency.HEARING,
                        "attendance.next." + step.key() + ".",
                        circle.nameOf(ladder.person()),
                        ladder.missed(),
                        ladder.policy().tolerated());
            case Due.Ends(var ladder, var _) ->
                NextStep.to(page, Urgency.HEARING, "attendance.next.ends.", circle.nameOf(ladder.person()));
        });
    }
}
