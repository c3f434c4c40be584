package org.peerage.calls;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.peerage.groups.Circle;
import org.peerage.notices.Notice;
import org.peerage.notices.NoticeKind;
import org.peerage.notices.NoticeKinds;
import org.peerage.notices.Notices;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Ids;
import org.peerage.web.Message;
import org.springframework.stereotype.Component;

/// Tells the presenter that somebody will call, and whoever has taken a call, after a day, that it waits.
@Component
class CallNotices implements NoticeKinds {

    private static final NoticeKind TAKEN = NoticeKind.of("calls.notice.taken");
    private static final NoticeKind WAITS = NoticeKind.of("calls.notice.waits");

    private static final Duration DAY = Duration.ofHours(24);

    private final Notices notices;

    CallNotices(Notices notices) {
        this.notices = notices;
    }

    @Override
    public List<NoticeKind> kinds() {
        return List.of(TAKEN, WAITS);
    }

    void taken(Circle circle, Setback setback, String address, Instant now) {
        var end = now.plus(Setback.WITHIN);
        var by = new Message.Moment(end, circle.zone());
        notices.tell(
                Notice.of(
                                TAKEN,
                                subject(setback.issue()),
                                circle.id().value(),
                                address,
                                circle.nameOf(Acting.me()),
                                circle.name(),
                                by)
                        .until(end),
                List.of(setback.presenter()));
        notices.tell(
                Notice.of(
                                WAITS,
                                subject(setback.issue()),
                                circle.id().value(),
                                address,
                                circle.nameOf(setback.presenter()),
                                circle.name(),
                                by)
                        .from(now.plus(DAY))
                        .until(end.plus(DAY)),
                List.of(Acting.me()));
    }

    /// Made, or taken back.
    void settled(UUID issue) {
        notices.withdraw(WAITS, subject(issue), Acting.me());
        notices.withdraw(TAKEN, subject(issue));
    }

    /// One call of one person: several may call about the same.
    private static UUID subject(UUID issue) {
        return Ids.steady("call", Acting.me(), issue);
    }
}
