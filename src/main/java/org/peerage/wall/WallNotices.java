package org.peerage.wall;

import java.util.Collection;
import java.util.List;
import org.peerage.groups.Circle;
import org.peerage.groups.GroupId;
import org.peerage.notices.Notice;
import org.peerage.notices.NoticeKind;
import org.peerage.notices.NoticeKinds;
import org.peerage.notices.Notices;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.PersonId;
import org.springframework.stereotype.Component;

/// That something new stands on a wall, as a number and never as words, and that the book has changed, until it has
/// been read.
@Component
class WallNotices implements NoticeKinds {

    private static final NoticeKind SAID = NoticeKind.counting("wall.notice.said");
    private static final NoticeKind BOOK = NoticeKind.of("wall.notice.book");

    private final Notices notices;

    WallNotices(Notices notices) {
        this.notices = notices;
    }

    @Override
    public List<NoticeKind> kinds() {
        return List.of(SAID, BOOK);
    }

    /// One line, however often it changes before somebody looks.
    void bookChanged(Circle circle) {
        tell(BOOK, circle, inRoom(circle));
    }

    boolean bookWaits(GroupId group) {
        return notices.waits(BOOK, group.value());
    }

    static List<PersonId> inRoom(Circle circle) {
        return circle.inRoom().stream().map(Circle.Sitter::id).toList();
    }

    /// @param heard by whom: what is asked of some is told to nobody else
    void said(Circle circle, Collection<PersonId> heard) {
        tell(SAID, circle, heard);
    }

    private void tell(NoticeKind kind, Circle circle, Collection<PersonId> heard) {
        notices.tell(
                Notice.of(
                        kind,
                        circle.id().value(),
                        circle.id().value(),
                        circle.id().address() + "/wall",
                        circle.name()),
                heard.stream().filter(other -> !other.equals(Acting.me())).toList());
    }

    void read(GroupId group) {
        notices.withdraw(SAID, group.value(), Acting.me());
    }

    void bookRead(GroupId group) {
        notices.withdraw(BOOK, group.value(), Acting.me());
    }
}
