package org.peerage.learnings;

import java.util.List;
import org.peerage.groups.Circle;
import org.peerage.notices.Notice;
import org.peerage.notices.NoticeKind;
import org.peerage.notices.NoticeKinds;
import org.peerage.notices.Notices;
import org.springframework.stereotype.Component;

/// Tells somebody that they are asked to tell again of what they know, and whoever asked what the answer is.
@Component
class LearningNotices implements NoticeKinds {

    private static final NoticeKind ASKED = NoticeKind.of("learnings.notice.asked");
    private static final NoticeKind YES = NoticeKind.of("learnings.notice.yes");
    private static final NoticeKind NOT_NOW = NoticeKind.of("learnings.notice.not-now");

    private final Notices notices;

    LearningNotices(Notices notices) {
        this.notices = notices;
    }

    @Override
    public List<NoticeKind> kinds() {
        return List.of(ASKED, YES, NOT_NOW);
    }

    void asked(Circle circle, Asking asking) {
        notices.tell(notice(ASKED, circle, asking, circle.nameOf(asking.by()), circle.name()), List.of(asking.asked()));
    }

    void answered(Circle circle, Asking asking, boolean yes) {
        notices.withdraw(ASKED, asking.id());
        notices.tell(
                notice(yes ? YES : NOT_NOW, circle, asking, circle.nameOf(asking.asked()), circle.name()),
                List.of(asking.by()));
    }

    private static Notice notice(NoticeKind kind, Circle circle, Asking asking, Object... facts) {
        return Notice.of(kind, asking.id(), circle.id().value(), LearningsPage.address(circle), facts);
    }
}
