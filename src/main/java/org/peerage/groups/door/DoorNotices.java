package org.peerage.groups.door;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.peerage.groups.Circle;
import org.peerage.groups.Circles;
import org.peerage.groups.GroupId;
import org.peerage.groups.Groups;
import org.peerage.identity.NewKeys;
import org.peerage.mail.LetterKind;
import org.peerage.mail.LetterKinds;
import org.peerage.notices.Notice;
import org.peerage.notices.NoticeKind;
import org.peerage.notices.NoticeKinds;
import org.peerage.notices.Notices;
import org.peerage.rooms.Admission;
import org.peerage.rooms.MemberLetIn;
import org.peerage.rooms.MemberLetOut;
import org.peerage.rooms.RoomChange;
import org.peerage.rooms.RoomId;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Who is told what happens at the door: the chair that somebody waits, the newcomer that they are in, everybody inside
/// that somebody has lost their keys.
@Component
class DoorNotices implements NoticeKinds, LetterKinds {

    private static final LetterKind LETTERS = new LetterKind("groups.letters.door");

    private static final NoticeKind WAITING =
            NoticeKind.of("groups.notice.waiting").mailed(LETTERS);
    private static final NoticeKind LET_IN =
            NoticeKind.of("groups.notice.let-in").mailed(LETTERS);
    private static final NoticeKind NEW_KEYS =
            NoticeKind.of("groups.notice.new-keys").mailed(LETTERS);
    private static final NoticeKind CHAIR = NoticeKind.of("groups.notice.chair");
    private static final NoticeKind CALLED = NoticeKind.of("groups.notice.called");
    private static final NoticeKind ENDING = NoticeKind.of("groups.notice.ending");
    private static final NoticeKind DISSOLVED = NoticeKind.of("groups.notice.dissolved");

    private final Notices notices;
    private final Circles circles;
    private final DoorStore store;

    DoorNotices(Notices notices, Circles circles, DoorStore store) {
        this.notices = notices;
        this.circles = circles;
        this.store = store;
    }

    @Override
    public List<NoticeKind> kinds() {
        return List.of(WAITING, LET_IN, NEW_KEYS, CHAIR, CALLED, ENDING, DISSOLVED);
    }

    @Override
    public List<LetterKind> letters() {
        return List.of(LETTERS);
    }

    @EventListener
    void on(Admission.Knocked knocked) {
        of(knocked.room())
                .ifPresent(circle -> notices.tell(
                        Notice.of(
                                WAITING,
                                about(circle.id(), knocked.person()),
                                circle.id().value(),
                                Groups.room(circle.id()),
                                circle.nameOf(knocked.person()),
                                circle.name()),
                        circle.chair().stream().toList()));
    }

    @EventListener
    void on(Admission.TurnedAway away) {
        store.groupOf(away.room()).ifPresent(group -> notices.withdraw(WAITING, about(group, away.person())));
    }

    @EventListener
    void on(MemberLetIn in) {
        of(in.room()).ifPresent(circle -> {
            notices.withdraw(WAITING, about(circle.id(), in.person()));
            if (!in.person().equals(Acting.me())) {
                notices.tell(
                        Notice.of(
                                LET_IN,
                                about(circle.id(), in.person()),
                                circle.id().value(),
                                circle.id().address(),
                                circle.name()),
                        List.of(in.person()),
                        circle::nameOf);
            }
        });
    }

    /// Before the seat is left: afterwards whoever leaves sees no group any more.
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(MemberLetOut out) {
        store.groupOf(out.room()).ifPresent(group -> {
            notices.leave(out.person(), group.value());
            notices.withdraw(NEW_KEYS, about(group, out.person()));
        });
    }

    @EventListener
    void on(NewKeys.Made made) {
        for (var circle : circles.mine()) {
            if (circle.sitter(made.person()).filter(Circle.Sitter::inRoom).isPresent()) {
                notices.tell(
                        Notice.of(
                                NEW_KEYS,
                                about(circle.id(), made.person()),
                                circle.id().value(),
                                Groups.room(circle.id()),
                                circle.nameOf(made.person()),
                                circle.name()),
                        circle.others(made.person()));
            }
        }
    }

    @EventListener
    void on(NewKeys.TakenBack back) {
        circles.mine().forEach(circle -> notices.withdraw(NEW_KEYS, about(circle.id(), back.person())));
    }

    @EventListener
    void on(Admission.CardTaken taken) {
        store.groupOf(taken.room()).ifPresent(group -> notices.withdraw(NEW_KEYS, about(group, taken.person())));
    }

    @EventListener
    void on(RoomChange change) {
        of(change.room()).ifPresent(circle -> {
            var group = circle.id().value();
            var page = Groups.room(circle.id());
            var others = circle.others(Acting.me());
            var notice = switch (change) {
                case RoomChange.ChairHandedOver handed -> {
                    notices.withdraw(CALLED, group);
                    yield Notice.of(CHAIR, group, group, page, circle.nameOf(handed.person()), circle.name());
                }
                case RoomChange.ChairCalled _ -> Notice.of(CALLED, group, group, page, circle.name());
                case RoomChange.EndAgreed _ -> Notice.of(ENDING, group, group, page, circle.name());
                // Of no circle any more, so that it stays when they all have left.
                case RoomChange.Dissolved _ -> Notice.of(DISSOLVED, group, Ids.next(), Notices.page(), circle.name());
            };
            notices.tell(notice, others);
        });
    }

    /// A room that no group has is a test's.
    private Optional<Circle> of(RoomId room) {
        return store.groupOf(room).flatMap(circles::of);
    }

    private static UUID about(GroupId group, PersonId person) {
        return Ids.steady("door", group, person);
    }
}
