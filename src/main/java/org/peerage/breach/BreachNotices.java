package org.peerage.breach;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.peerage.groups.Circle;
import org.peerage.groups.Circles;
import org.peerage.notices.Notice;
import org.peerage.notices.NoticeKind;
import org.peerage.notices.NoticeKinds;
import org.peerage.notices.Notices;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.PersonId;
import org.springframework.stereotype.Component;

/// Tells those concerned that there is something for them on the page, and never what. No sentence that goes to anybody
/// but the handler depends on who has reported.
@Component
class BreachNotices implements NoticeKinds {

    private static final NoticeKind REPORTED = NoticeKind.of("breach.notice.reported");
    private static final NoticeKind TAKEN = NoticeKind.of("breach.notice.taken");
    private static final NoticeKind DROPPED = NoticeKind.of("breach.notice.dropped");
    private static final NoticeKind HEAR = NoticeKind.of("breach.notice.hear");
    private static final NoticeKind WORDS = NoticeKind.of("breach.notice.words");
    private static final NoticeKind CALLED = NoticeKind.of("breach.notice.called");
    private static final NoticeKind VETOED = NoticeKind.of("breach.notice.vetoed");
    private static final NoticeKind COUNTED = NoticeKind.of("breach.notice.counted");
    private static final NoticeKind DECIDED = NoticeKind.of("breach.notice.decided");

    private static final NoticeKind WAITS = NoticeKind.of("breach.notice.waits");
    private static final NoticeKind LEFT = NoticeKind.of("breach.notice.left");
    private static final NoticeKind UNREAD = NoticeKind.of("breach.notice.unread");
    private static final NoticeKind OVER = NoticeKind.of("breach.notice.over");
    private static final NoticeKind OTHER = NoticeKind.of("breach.notice.other");

    private static final NoticeKind DOOR = NoticeKind.of("breach.notice.door");

    private final Notices notices;
    private final Circles circles;

    BreachNotices(Notices notices, Circles circles) {
        this.notices = notices;
        this.circles = circles;
    }

    @Override
    public List<NoticeKind> kinds() {
        return List.of(
                REPORTED, TAKEN, DROPPED, HEAR, WORDS, CALLED, VETOED, COUNTED, DECIDED, WAITS, LEFT, UNREAD, OVER,
                OTHER, DOOR);
    }

    void reported(Circle circle, Report report) {
        tell(REPORTED, circle, report.id(), List.of(report.handler()));
    }

    void takenUp(Circle circle, Report report, Breach breach, Optional<PersonId> affected) {
        notices.withdraw(REPORTED, report.id());
        tell(TAKEN, circle, report.id(), List.of(report.reporter()));
        tell(
                HEAR,
                circle,
                breach.id(),
                Stream.concat(Stream.of(breach.accused()), affected.stream()).toList());
    }

    void dropped(Circle circle, Report report) {
        notices.withdraw(REPORTED, report.id());
        tell(DROPPED, circle, report.id(), List.of(report.reporter()));
    }

    void joined(Circle circle, Report report) {
        notices.withdraw(REPORTED, report.id());
        tell(TAKEN, circle, report.id(), List.of(report.reporter()));
    }

    void words(Circle circle, Breach breach) {
        tell(WORDS, circle, breach.id(), List.of(breach.handler()));
    }

    void called(Circle circle, Breach breach) {
        notices.withdraw(HEAR, breach.id());
        tell(CALLED, circle, breach.id(), circle.others(Acting.me()));
    }

    void vetoed(Circle circle, Breach breach) {
        notices.withdraw(CALLED, breach.id());
        tell(VETOED, circle, breach.id(), breach.liesWith().stream().toList());
    }

    void counted(Breach breach) {
        circles.of(breach.group())
                .ifPresent(circle -> tell(
                        COUNTED, circle, breach.id(), breach.liesWith().stream().toList()));
    }

    void decided(Circle circle, Breach breach) {
        notices.withdraw(CALLED, breach.id());
        notices.withdraw(COUNTED, breach.id());
        tell(
                DECIDED,
                circle,
                breach.id(),
                Stream.concat(
                                Stream.of(breach.accused()),
                                breach.affected().stream().map(Breach.Affected::person))
                        .toList());
    }

    /// Whoever leaves need not be who handled it: it may have waited for them.
    void waits(Circle circle, Breach breach, PersonId out, Optional<PersonId> next) {
        notices.withdraw(WAITS, breach.id());
        notices.withdraw(LEFT, breach.id());
        tell(WAITS, circle, breach.id(), next.stream().toList(), circle.nameOf(breach.handler()));
        tell(
                LEFT,
                circle,
                breach.id(),
                parties(breach).filter(person -> !person.equals(out)).toList(),
                circle.nameOf(breach.handler()));
    }

    /// Told to one who has left: to its writer alone.
    void unread(Circle circle, Report report) {
        notices.withdraw(REPORTED, report.id());
        tell(UNREAD, circle, report.id(), List.of(report.reporter()), circle.nameOf(report.handler()));
    }

    void takenOver(Circle circle, Breach breach, List<PersonId> reporters) {
        notices.withdraw(WAITS, breach.id());
        notices.withdraw(LEFT, breach.id());
        notices.withdraw(OVER, breach.id());
        notices.withdraw(OTHER, breach.id());
        tell(OVER, circle, breach.id(), parties(breach).toList());
        tell(OTHER, circle, breach.id(), reporters);
    }

    /// Only the chair can let somebody out; where the chair is meant, there is nobody to be told.
    void hasToLeave(Circle circle, Breach breach) {
        tell(
                DOOR,
                circle,
                breach.id(),
                circle.chair().stream()
                        .filter(person -> !person.equals(breach.accused()))
                        .toList(),
                circle.nameOf(breach.accused()));
    }

    private static Stream<PersonId> parties(Breach breach) {
        return Stream.concat(
                Stream.of(breach.accused()), breach.affected().stream().map(Breach.Affected::person));
    }

    private void tell(NoticeKind kind, Circle circle, UUID subject, List<PersonId> to) {
        tell(kind, circle, subject, to, circle.nameOf(Acting.me()));
    }

    private void tell(NoticeKind kind, Circle circle, UUID subject, List<PersonId> to, String by) {
        notices.tell(
                Notice.of(kind, subject, circle.id().value(), BreachPage.address(circle.id()), circle.name(), by), to);
    }
}
