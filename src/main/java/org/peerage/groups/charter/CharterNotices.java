package org.peerage.groups.charter;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.peerage.groups.Circle;
import org.peerage.notices.Notice;
import org.peerage.notices.NoticeKind;
import org.peerage.notices.NoticeKinds;
import org.peerage.notices.Notices;
import org.peerage.tenancy.PersonId;
import org.springframework.stereotype.Component;

/// Tells whoever sits in a group that its charter has changed, and when it is time to sign it again.
@Component
class CharterNotices implements NoticeKinds {

    private static final NoticeKind CHANGED = NoticeKind.of("groups.notice.charter-changed");
    private static final NoticeKind AGAIN = NoticeKind.of("groups.notice.charter-again");

    private final Notices notices;

    CharterNotices(Notices notices) {
        this.notices = notices;
    }

    @Override
    public List<NoticeKind> kinds() {
        return List.of(CHANGED, AGAIN);
    }

    void changed(Circle circle, int version) {
        notices.tell(
                notice(CHANGED, circle, version),
                circle.seated().stream().map(Circle.Sitter::id).toList());
    }

    /// @param again when they are asked to sign it once more
    void signed(Circle circle, PersonId person, Instant again) {
        notices.withdraw(CHANGED, circle.id().value(), person);
        notices.withdraw(AGAIN, circle.id().value(), person);
        notices.tell(notice(AGAIN, circle).from(again), List.of(person));
    }

    private static Notice notice(NoticeKind kind, Circle circle, Object... more) {
        var facts = new ArrayList<Object>(List.of(circle.name()));
        facts.addAll(List.of(more));
        return Notice.of(
                kind, circle.id().value(), circle.id().value(), circle.id().address() + "/charter", facts.toArray());
    }
}
