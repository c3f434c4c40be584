package org.peerage.commitments;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.peerage.commitments.weekly.WeeklyReminders;
import org.peerage.groups.Circle;
import org.peerage.mail.LetterKind;
import org.peerage.mail.LetterKinds;
import org.peerage.notices.Notice;
import org.peerage.notices.NoticeKind;
import org.peerage.notices.NoticeKinds;
import org.peerage.notices.Notices;
import org.springframework.stereotype.Component;

/// Tells somebody that they are the witness of a commitment, and its owner that it is due, on the morning
/// before, when it can still be moved, by the clock of the group. Days and names: the words are the room's.
@Component
class PromiseNotices implements NoticeKinds, LetterKinds {

    private static final LetterKind LETTERS = new LetterKind("commitments.letters.due");
    private static final NoticeKind WITNESS = NoticeKind.of("commitments.notice.witness");
    private static final NoticeKind ENCOURAGED = NoticeKind.of("commitments.notice.encouraged");
    private static final NoticeKind DUE =
            NoticeKind.of("commitments.notice.due").mailed(LETTERS).letting(PromiseByLink.KEY);

    private static final LocalTime MORNING = LocalTime.of(8, 0);

    /// Whoever has not said by then is asked in the meeting.
    private static final Duration ASKED = Duration.ofDays(60);

    private final Notices notices;
    private final WeeklyReminders weekly;

    PromiseNotices(Notices notices, WeeklyReminders weekly) {
        this.notices = notices;
        this.weekly = weekly;
    }

    @Override
    public List<NoticeKind> kinds() {
        return List.of(WITNESS, ENCOURAGED, DUE);
    }

    @Override
    public List<LetterKind> letters() {
        return List.of(LETTERS);
    }

    void made(Circle circle, CommitmentTerms terms) {
        notices.tell(
                notice(WITNESS, circle, terms, circle.nameOf(terms.owner()), circle.name(), terms.dueOn()),
                List.of(terms.witness()));
        dueOn(circle, terms);
        weekly.begin(circle);
    }

    void moved(Circle circle, CommitmentTerms terms) {
        dueOn(circle, terms);
    }

    void closed(CommitmentTerms terms) {
        notices.withdraw(WITNESS, terms.id().value());
        notices.withdraw(ENCOURAGED, terms.id().value());
        notices.withdraw(DUE, terms.id().value());
    }

    void encouraged(Circle circle, CommitmentTerms terms) {
        notices.tell(
                notice(ENCOURAGED, circle, terms, circle.nameOf(terms.witness()), circle.name(), terms.dueOn()),
                List.of(terms.owner()));
    }

    private void dueOn(Circle circle, CommitmentTerms terms) {
        var before = terms.dueOn().minusDays(1);
        var day = before.isAfter(terms.madeOn()) ? before : terms.dueOn();
        var morning = day.atTime(MORNING).atZone(circle.zone()).toInstant();
        notices.tell(
                notice(DUE, circle, terms, circle.name(), circle.nameOf(terms.witness()), terms.dueOn())
                        .from(morning)
                        .until(morning.plus(ASKED)),
                List.of(terms.owner()));
    }

    private static Notice notice(NoticeKind kind, Circle circle, CommitmentTerms terms, Object... facts) {
        return Notice.of(
                kind, terms.id().value(), circle.id().value(), circle.id().address() + "/commitments", facts);
    }
}
