package org.peerage.rota;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.peerage.groups.CharterTerms;
import org.peerage.groups.Circle;
import org.peerage.groups.Circles;
import org.peerage.groups.Groups;
import org.peerage.meetings.LeaderNamed;
import org.peerage.notices.Notice;
import org.peerage.notices.NoticeKind;
import org.peerage.notices.NoticeKinds;
import org.peerage.notices.Notices;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.PersonId;
import org.peerage.web.Message;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Tells whoever leads a meeting that it is their turn, and once more on the day on which the charter wants the
/// agenda to stand; and the two who change.
@Component
class RotaNotices implements NoticeKinds {

    private static final NoticeKind TURN = NoticeKind.of("rota.notice.turn");
    private static final NoticeKind SOON = NoticeKind.of("rota.notice.soon");
    private static final NoticeKind ASKED = NoticeKind.of("rota.notice.asked");
    private static final NoticeKind AGREED = NoticeKind.of("rota.notice.agreed");
    private static final NoticeKind DECLINED = NoticeKind.of("rota.notice.declined");

    private static final int USUAL_DAYS = 7;

    private final RotaStore store;
    private final Groups groups;
    private final Circles circles;
    private final Notices notices;
    private final InstantSource clock;

    RotaNotices(RotaStore store, Groups groups, Circles circles, Notices notices, InstantSource clock) {
        this.store = store;
        this.groups = groups;
        this.circles = circles;
        this.notices = notices;
        this.clock = clock;
    }

    @Override
    public List<NoticeKind> kinds() {
        return List.of(TURN, SOON, ASKED, AGREED, DECLINED);
    }

    /// However they came to lead it: by a turn, by the chair's word on the agenda, or at another hour than before.
    @EventListener
    void on(LeaderNamed event) {
        var subject = event.meeting().value();
        kinds().forEach(kind -> notices.withdraw(kind, subject));
        var leader = event.leader();
        if (leader == null || !store.rotates(event.group())) {
            return;
        }
        circles.of(event.group()).ifPresent(circle -> {
            if (!leader.equals(Acting.me())) {
                notices.tell(leading(TURN, event, circle), List.of(leader));
            }
            var day = event.startsAt().minus(Duration.ofDays(agendaDays(circle)));
            if (day.isAfter(clock.instant())) {
                notices.tell(leading(SOON, event, circle).from(day), List.of(leader));
            }
        });
    }

    private int agendaDays(Circle circle) {
        return groups.terms(circle.id()).map(CharterTerms::agendaDays).orElse(USUAL_DAYS);
    }

    private static Notice leading(NoticeKind kind, LeaderNamed event, Circle circle) {
        return Notice.of(
                        kind,
                        event.meeting().value(),
                        circle.id().value(),
                        event.meeting().address(),
                        circle.name(),
                        new Message.Moment(event.startsAt(), circle.zone()))
                .until(event.startsAt());
    }

    void asked(Circle circle, Turn turn, PersonId other) {
        notices.withdraw(ASKED, turn.meeting().value());
        notices.withdraw(DECLINED, turn.meeting().value(), Acting.me());
        tell(ASKED, circle, turn, other);
    }

    void withdrawn(Turn turn) {
        notices.withdraw(ASKED, turn.meeting().value());
    }

    void answered(Circle circle, Turn turn, PersonId asker, boolean agreed) {
        notices.withdraw(ASKED, turn.meeting().value());
        tell(agreed ? AGREED : DECLINED, circle, turn, asker);
    }

    private void tell(NoticeKind kind, Circle circle, Turn turn, PersonId whom) {
        notices.tell(
                Notice.of(
                                kind,
                                turn.meeting().value(),
                                circle.id().value(),
                                Rota.address(circle.id()),
                                circle.name(),
                                turn.moment(),
                                circle.nameOf(Acting.me()))
                        .until(turn.startsAt()),
                List.of(whom));
    }
}
