package org.peerage.attendance;

import java.util.List;
import java.util.UUID;
import org.peerage.groups.Circle;
import org.peerage.notices.Notice;
import org.peerage.notices.NoticeKind;
import org.peerage.notices.NoticeKinds;
import org.peerage.notices.Notices;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.PersonId;
import org.springframework.stereotype.Component;

/// The word to a member, and what a leave and a vote wait for. A count is in none of them: it stands on the page, for
/// the two.
@Component
class AttendanceNotices implements NoticeKinds {

    private static final NoticeKind NUDGE = NoticeKind.of("attendance.notice.nudge");
    private static final NoticeKind ASKED = NoticeKind.of("attendance.notice.asked");
    private static final NoticeKind AGREED = NoticeKind.of("attendance.notice.agreed");
    private static final NoticeKind DECLINED = NoticeKind.of("attendance.notice.declined");
    private static final NoticeKind DECIDED = NoticeKind.of("attendance.notice.decided");

    private final Notices notices;

    AttendanceNotices(Notices notices) {
        this.notices = notices;
    }

    @Override
    public List<NoticeKind> kinds() {
        return List.of(NUDGE, ASKED, AGREED, DECLINED, DECIDED);
    }

    void nudged(Circle circle, Ladder.Taken taken) {
        notices.tell(
                notice(NUDGE, taken.id(), circle, circle.nameOf(Acting.me()), circle.name()), List.of(taken.person()));
    }

    void asked(Circle circle, Leave leave, List<PersonId> to) {
        notices.tell(notice(ASKED, leave.id(), circle, circle.nameOf(leave.person()), circle.name()), to);
    }

    void settled(Circle circle, Leave leave, Leave.Act act) {
        notices.withdraw(ASKED, leave.id());
        switch (act) {
            case AGREE -> tell(AGREED, circle, leave);
            case DECLINE -> tell(DECLINED, circle, leave);
            case RETURN -> notices.withdraw(AGREED, leave.id());
            case TAKE_BACK -> {}
        }
    }

    private void tell(NoticeKind kind, Circle circle, Leave leave) {
        notices.tell(
                notice(kind, leave.id(), circle, leave.first(), leave.last(), circle.name()), List.of(leave.person()));
    }

    void decided(Circle circle, UUID step, List<PersonId> to) {
        notices.tell(notice(DECIDED, step, circle, circle.name()), to);
    }

    private static Notice notice(NoticeKind kind, UUID subject, Circle circle, Object... facts) {
        return Notice.of(kind, subject, circle.id().value(), AttendancePage.address(circle.id()), facts);
    }
}
