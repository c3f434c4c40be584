package org.peerage.conflicts;

import java.util.Collection;
import java.util.List;
import org.peerage.groups.Circle;
import org.peerage.groups.Circles;
import org.peerage.groups.GroupId;
import org.peerage.networks.ProfileChanged;
import org.peerage.notices.Notice;
import org.peerage.notices.NoticeKind;
import org.peerage.notices.NoticeKinds;
import org.peerage.notices.Notices;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.PersonId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// That a profile has changed, so that everybody in its groups looks again whether it makes a conflict; and that
/// something was disclosed. Neither says about whom.
@Component
class ConflictNotices implements NoticeKinds {

    private static final NoticeKind CHANGED = NoticeKind.of("conflicts.notice.changed");
    private static final NoticeKind DISCLOSED = NoticeKind.of("conflicts.notice.disclosed");

    private final Notices notices;
    private final Circles circles;

    ConflictNotices(Notices notices, Circles circles) {
        this.notices = notices;
        this.circles = circles;
    }

    @Override
    public List<NoticeKind> kinds() {
        return List.of(CHANGED, DISCLOSED);
    }

    static List<PersonId> inRoom(Circle circle) {
        return circle.inRoom().stream().map(Circle.Sitter::id).toList();
    }

    void disclosed(Circle circle, Collection<PersonId> heard) {
        tell(DISCLOSED, circle, heard);
    }

    /// Whoever has looked knows both.
    void looked(GroupId group) {
        notices.withdraw(CHANGED, group.value(), Acting.me());
        notices.withdraw(DISCLOSED, group.value(), Acting.me());
    }

    /// In the request of whoever has changed their own profile.
    @EventListener
    void on(ProfileChanged changed) {
        circles.mine().stream()
                .filter(circle -> circle.network().equals(changed.network())
                        && circle.room().isPresent())
                .forEach(circle -> tell(CHANGED, circle, inRoom(circle)));
    }

    private void tell(NoticeKind kind, Circle circle, Collection<PersonId> heard) {
        notices.tell(
                Notice.of(
                        kind,
                        circle.id().value(),
                        circle.id().value(),
                        circle.id().address() + "/conflicts",
                        circle.name()),
                heard.stream().filter(other -> !other.equals(Acting.me())).toList());
    }
}
