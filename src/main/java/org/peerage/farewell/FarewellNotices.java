package org.peerage.farewell;

import java.util.List;
import org.peerage.groups.Circle;
import org.peerage.notices.Notice;
import org.peerage.notices.NoticeKind;
import org.peerage.notices.NoticeKinds;
import org.peerage.notices.Notices;
import org.peerage.tenancy.PersonId;
import org.peerage.web.Message;
import org.springframework.stereotype.Component;

/// That the chair was told something, that the group is told, and to whoever is gone what holds on. No name goes to the
/// chair beforehand: a notice may be mailed, and a mailbox is read by others.
@Component
class FarewellNotices implements NoticeKinds {

    private static final NoticeKind TOLD = NoticeKind.of("farewell.notice.told");
    private static final NoticeKind ANNOUNCED = NoticeKind.of("farewell.notice.announced");
    private static final NoticeKind GONE = NoticeKind.of("farewell.notice.gone");
    private static final NoticeKind OUT = NoticeKind.of("farewell.notice.out");

    private final Notices notices;

    FarewellNotices(Notices notices) {
        this.notices = notices;
    }

    @Override
    public List<NoticeKind> kinds() {
        return List.of(TOLD, ANNOUNCED, GONE, OUT);
    }

    void told(Circle circle, Farewell farewell) {
        notices.tell(
                notice(TOLD, circle, farewell, circle.name()),
                farewell.chair().stream().toList());
    }

    void heard(Farewell farewell) {
        notices.withdraw(TOLD, farewell.id());
    }

    /// Again where the meeting is another.
    void announced(Circle circle, Farewell farewell, FarewellStore.Meeting last) {
        notices.withdraw(TOLD, farewell.id());
        notices.withdraw(ANNOUNCED, farewell.id());
        List<PersonId> others = circle.others(farewell.person());
        notices.tell(
                notice(
                        ANNOUNCED,
                        circle,
                        farewell,
                        circle.nameOf(farewell.person()),
                        circle.name(),
                        new Message.Moment(last.startsAt(), last.zone())),
                others);
    }

    void stayed(Farewell farewell) {
        notices.withdraw(TOLD, farewell.id());
        notices.withdraw(ANNOUNCED, farewell.id());
    }

    /// Of no circle any more: this one outlasts it.
    void gone(Farewell farewell) {
        notices.withdraw(TOLD, farewell.id());
        notices.withdraw(ANNOUNCED, farewell.id());
        notices.tell(
                Notice.of(
                        farewell.isUnsaid() ? OUT : GONE,
                        farewell.id(),
                        farewell.id(),
                        FarewellPage.left(farewell.id()),
                        farewell.name()),
                List.of(farewell.person()));
    }

    private static Notice notice(NoticeKind kind, Circle circle, Farewell farewell, Object... facts) {
        return Notice.of(kind, farewell.id(), circle.id().value(), FarewellPage.address(circle.id()), facts);
    }
}
