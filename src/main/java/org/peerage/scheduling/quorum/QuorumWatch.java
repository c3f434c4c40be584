package org.peerage.scheduling.quorum;

import java.util.List;
import java.util.UUID;
import org.peerage.groups.Circle;
import org.peerage.groups.Circles;
import org.peerage.groups.Groups;
import org.peerage.notices.Notice;
import org.peerage.notices.NoticeKind;
import org.peerage.notices.NoticeKinds;
import org.peerage.notices.Notices;
import org.peerage.scheduling.DateAnswered;
import org.peerage.scheduling.DateCancelled;
import org.peerage.scheduling.DateMoved;
import org.peerage.scheduling.Dates;
import org.peerage.scheduling.GroupDate;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Counts after each answer, and tells the chair as long as it is so.
@Component
class QuorumWatch implements NoticeKinds {

    private static final NoticeKind TOO_FEW = NoticeKind.of("scheduling.notice.tooFew");

    private final Dates dates;
    private final Circles circles;
    private final Groups groups;
    private final Notices notices;

    QuorumWatch(Dates dates, Circles circles, Groups groups, Notices notices) {
        this.dates = dates;
        this.circles = circles;
        this.groups = groups;
        this.notices = notices;
    }

    @Override
    public List<NoticeKind> kinds() {
        return List.of(TOO_FEW);
    }

    /// Of the page on which a group is asked for another day.
    static String page(GroupDate date) {
        return "/dates/" + date.id() + "/instead";
    }

    @EventListener
    void on(DateAnswered answered) {
        dates.ahead(answered.date())
                .ifPresent(date -> circles.of(answered.group()).ifPresent(circle -> weigh(date, circle)));
    }

    private void weigh(GroupDate date, Circle circle) {
        var away = dates.away(date);
        if (tooFew(circle, away)) {
            var notice = Notice.of(
                            TOO_FEW,
                            date.id().value(),
                            circle.id().value(),
                            page(date),
                            circle.name(),
                            date.time().moment(),
                            Integer.toString(away),
                            Integer.toString(circle.seated().size()))
                    .until(date.time().startsAt());
            circle.chair().ifPresent(chair -> notices.tell(notice, List.of(chair)));
        } else {
            gone(date.id().value());
        }
    }

    /// As the charter says; where none is signed yet, as it proposes.
    private boolean tooFew(Circle circle, int away) {
        return groups.terms(circle.id())
                .map(terms -> away * 100
                        >= terms.number("moveQuorum") * circle.seated().size())
                .orElse(false);
    }

    @EventListener
    void on(DateMoved moved) {
        gone(moved.date().value());
    }

    @EventListener
    void on(DateCancelled cancelled) {
        gone(cancelled.date().value());
    }

    private void gone(UUID date) {
        notices.withdraw(TOO_FEW, date);
    }
}
