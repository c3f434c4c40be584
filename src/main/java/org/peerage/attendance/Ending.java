package org.peerage.attendance;

import java.util.Optional;
import java.util.UUID;
import org.peerage.ballots.BallotSubject;
import org.peerage.groups.Circle;
import org.peerage.groups.Circles;
import org.peerage.groups.GroupId;
import org.peerage.web.Link;
import org.peerage.web.Message;
import org.springframework.stereotype.Component;

/// The last step: whether a membership ends. The group decides by the rule for what its charter does not name; what
/// follows from a yes the chair does by hand, because no server changes the keys of a room.
@Component
class Ending implements BallotSubject {

    static final String KIND = "attendance.ending";

    private final AttendanceStore store;
    private final Overseers overseers;
    private final AttendanceNotices notices;
    private final Circles circles;

    Ending(AttendanceStore store, Overseers overseers, AttendanceNotices notices, Circles circles) {
        this.store = store;
        this.overseers = overseers;
        this.notices = notices;
        this.circles = circles;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Message question(Circle circle, UUID subject) {
        return store.step(circle.id(), subject)
                .map(step -> Message.of("attendance.ballot.question", circle.nameOf(step.person())))
                .orElseGet(() -> Message.of("attendance.ballot.question.gone"));
    }

    @Override
    public Optional<Link> page(Circle circle, UUID subject) {
        return Optional.empty();
    }

    @Override
    public void decided(GroupId group, UUID subject, boolean passed) {
        if (passed) {
            var circle = circles.own(group);
            store.step(group, subject)
                    .ifPresent(step -> notices.decided(circle, subject, overseers.of(circle, step.person())));
        }
    }
}
