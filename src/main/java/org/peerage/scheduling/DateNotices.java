package org.peerage.scheduling;

import java.util.ArrayList;
import java.util.List;
import org.peerage.groups.Circle;
import org.peerage.mail.LetterKind;
import org.peerage.mail.LetterKinds;
import org.peerage.notices.Notice;
import org.peerage.notices.NoticeKind;
import org.peerage.notices.NoticeKinds;
import org.peerage.notices.Notices;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.PersonId;
import org.peerage.web.Message;
import org.springframework.stereotype.Component;

/// Tells everybody in a group but whoever did it that a date was moved or cancelled, until the day is over. The letters
/// about it are the invitation's own.
@Component
class DateNotices implements NoticeKinds, LetterKinds {

    static final LetterKind LETTERS = new LetterKind("scheduling.letters.dates");

    private static final NoticeKind MOVED =
            NoticeKind.of("scheduling.notice.moved").byItsOwnLetter();
    private static final NoticeKind CANCELLED =
            NoticeKind.of("scheduling.notice.cancelled").byItsOwnLetter();

    private final Notices notices;

    DateNotices(Notices notices) {
        this.notices = notices;
    }

    @Override
    public List<NoticeKind> kinds() {
        return List.of(MOVED, CANCELLED, Polls.ASKED, Polls.REMINDED);
    }

    @Override
    public List<LetterKind> letters() {
        return List.of(LETTERS);
    }

    void moved(GroupDate before, GroupDate date, Circle circle) {
        notices.tell(
                notice(MOVED, date, circle, before.time().moment(), date.time().moment()), others(circle));
    }

    void cancelled(GroupDate date, Circle circle) {
        notices.withdraw(MOVED, date.id().value());
        notices.tell(notice(CANCELLED, date, circle, date.time().moment()), others(circle));
    }

    private static Notice notice(NoticeKind kind, GroupDate date, Circle circle, Message.Moment... moments) {
        var facts = new ArrayList<Object>(List.of(circle.name()));
        facts.addAll(List.of(moments));
        return Notice.of(kind, date.id().value(), circle.id().value(), Dates.page(circle.id()), facts.toArray())
                .until(date.time().endsAt());
    }

    private static List<PersonId> others(Circle circle) {
        return circle.seated().stream()
                .map(Circle.Sitter::id)
                .filter(person -> Acting.person().filter(person::equals).isEmpty())
                .toList();
    }
}
