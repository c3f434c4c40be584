package org.peerage.scheduling.replies;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.Circle;
import org.peerage.groups.Circles;
import org.peerage.notices.Notice;
import org.peerage.notices.NoticeKind;
import org.peerage.notices.NoticeKinds;
import org.peerage.notices.Notices;
import org.peerage.scheduling.Dates;
import org.peerage.scheduling.GroupDate;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Ids;
import org.peerage.web.Message;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What a reply does, as the one whose address it has: it answers, or it tells the chair. Its owner is told of it,
/// since somebody else may have written it.
@Component
class ReplyAnswers implements NoticeKinds {

    private static final NoticeKind COMING = NoticeKind.of("scheduling.notice.byMail.yes");
    private static final NoticeKind AWAY = NoticeKind.of("scheduling.notice.byMail.no");
    private static final NoticeKind PERHAPS = NoticeKind.of("scheduling.notice.perhaps");
    private static final NoticeKind OTHER = NoticeKind.of("scheduling.notice.otherTime");
    private static final NoticeKind UNREAD = NoticeKind.of("scheduling.notice.otherTime.unread");

    private final Dates dates;
    private final Circles circles;
    private final Notices notices;

    ReplyAnswers(Dates dates, Circles circles, Notices notices) {
        this.dates = dates;
        this.circles = circles;
        this.notices = notices;
    }

    @Override
    public List<NoticeKind> kinds() {
        return List.of(COMING, AWAY, PERHAPS, OTHER, UNREAD);
    }

    /// Whether whoever acts is one of those who meet then.
    @Transactional(readOnly = true)
    boolean isInvited(String uid) {
        return dates.ahead(uid)
                .flatMap(date -> circles.of(date.group()))
                .filter(circle -> circle.mine() && circle.seats(Acting.me()))
                .isPresent();
    }

    @Transactional
    void take(ReplyText reply, Instant written) {
        var date = dates.ahead(reply.uid()).orElse(null);
        var circle = date == null ? null : circles.of(date.group()).orElse(null);
        if (date == null || circle == null) {
            return;
        }
        switch (reply.kind()) {
            case COMING -> answer(date, circle, reply, true, written);
            case NOT_COMING -> answer(date, circle, reply, false, written);
            case PERHAPS -> tellChair(PERHAPS, date, circle, null);
            case ANOTHER_TIME -> tellChair(reply.proposed() == null ? UNREAD : OTHER, date, circle, reply.proposed());
        }
    }

    private void answer(GroupDate date, Circle circle, ReplyText reply, boolean coming, Instant written) {
        if (dates.answeredByMail(date, reply.sequence(), coming, written)) {
            notices.withdraw(coming ? AWAY : COMING, date.id().value(), Acting.me());
            notices.tell(
                    notice(
                            coming ? COMING : AWAY,
                            date.id().value(),
                            date,
                            circle,
                            circle.name(),
                            date.time().moment()),
                    List.of(Acting.me()));
        }
    }

    /// One of each member, so that nobody's takes the place of another's.
    private void tellChair(NoticeKind kind, GroupDate date, Circle circle, @Nullable Instant proposed) {
        var name = circle.nameOf(Acting.me());
        var facts = proposed == null
                ? new Object[] {circle.name(), date.time().moment(), name}
                : new Object[] {
                    circle.name(),
                    date.time().moment(),
                    name,
                    new Message.Moment(proposed, date.time().zone())
                };
        var each = Ids.steady(date.id(), Acting.me());
        circle.chair()
                .filter(chair -> !chair.equals(Acting.me()))
                .ifPresent(chair -> notices.tell(notice(kind, each, date, circle, facts), List.of(chair)));
    }

    private static Notice notice(NoticeKind kind, UUID subject, GroupDate date, Circle circle, Object... facts) {
        return Notice.of(kind, subject, circle.id().value(), Dates.page(circle.id()), facts)
                .until(date.time().endsAt());
    }
}
