package org.peerage.guide;

import java.util.List;
import java.util.stream.Stream;
import org.peerage.groups.Circle;
import org.peerage.mail.LetterKind;
import org.peerage.mail.LetterKinds;
import org.peerage.notices.Notice;
import org.peerage.notices.NoticeKind;
import org.peerage.notices.NoticeKinds;
import org.peerage.notices.Notices;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.PersonId;
import org.springframework.stereotype.Component;

/// A reminder by whoever leads: in the program, and by mail to whoever has named an address for it.
@Component
class LeadingNotices implements NoticeKinds, LetterKinds {

    private static final LetterKind LETTERS = new LetterKind("guide.letters.reminder");

    private final Notices notices;

    LeadingNotices(Notices notices) {
        this.notices = notices;
    }

    @Override
    public List<NoticeKind> kinds() {
        return Stream.of(Nudge.values()).map(LeadingNotices::kind).toList();
    }

    @Override
    public List<LetterKind> letters() {
        return List.of(LETTERS);
    }

    private static NoticeKind kind(Nudge nudge) {
        return NoticeKind.of("guide.notice." + nudge.key()).mailed(LETTERS);
    }

    void remind(Circle circle, Nudge.Missing missing, List<PersonId> people, String address, Object when) {
        var notice = Notice.of(
                kind(missing.nudge()),
                missing.subject(),
                circle.id().value(),
                address,
                circle.nameOf(Acting.me()),
                circle.name(),
                when);
        var startsAt = missing.startsAt();
        notices.tell(startsAt == null ? notice : notice.until(startsAt), people);
    }
}
