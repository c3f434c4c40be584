package org.peerage.coaching;

import java.util.List;
import org.peerage.groups.Circle;
import org.peerage.issues.IssueId;
import org.peerage.mail.LetterKind;
import org.peerage.mail.LetterKinds;
import org.peerage.notices.Notice;
import org.peerage.notices.NoticeKind;
import org.peerage.notices.NoticeKinds;
import org.peerage.notices.Notices;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.PersonId;
import org.springframework.stereotype.Component;

/// Tells a coach that they are asked, and the others what they have said; and each of the two that there is something
/// to read.
@Component
class CoachNotices implements NoticeKinds, LetterKinds {

    private static final LetterKind LETTERS = new LetterKind("coaching.letters");
    private static final NoticeKind ASKED =
            NoticeKind.of("coaching.notice.asked").mailed(LETTERS);
    private static final NoticeKind ACCEPTED = NoticeKind.of("coaching.notice.accepted");
    private static final NoticeKind DECLINED = NoticeKind.of("coaching.notice.declined");
    private static final NoticeKind WORDS = NoticeKind.of("coaching.notice.words");

    private final Notices notices;

    CoachNotices(Notices notices) {
        this.notices = notices;
    }

    @Override
    public List<NoticeKind> kinds() {
        return List.of(ASKED, ACCEPTED, DECLINED, WORDS);
    }

    @Override
    public List<LetterKind> letters() {
        return List.of(LETTERS);
    }

    void asked(Circle circle, Presented issue, PersonId coach) {
        gone(issue);
        notices.tell(notice(ASKED, circle, issue, circle.nameOf(issue.presenter())), List.of(coach), circle::nameOf);
    }

    void said(Circle circle, Presented issue, Coaching coaching, boolean accepts) {
        gone(issue);
        var to = List.of(issue.presenter(), coaching.askedBy()).stream()
                .distinct()
                .toList();
        notices.tell(notice(accepts ? ACCEPTED : DECLINED, circle, issue, circle.nameOf(coaching.coach())), to);
    }

    void words(Circle circle, Presented issue, PersonId reader) {
        notices.tell(notice(WORDS, circle, issue, circle.nameOf(Acting.me())), List.of(reader));
    }

    void gone(Presented issue) {
        List.of(ASKED, ACCEPTED, DECLINED, WORDS).forEach(kind -> notices.withdraw(kind, issue.issue()));
    }

    private static Notice notice(NoticeKind kind, Circle circle, Presented issue, String name) {
        return Notice.of(
                kind,
                issue.issue(),
                circle.id().value(),
                new IssueId(issue.issue()).address(circle.id()),
                circle.name(),
                name);
    }
}
