package org.peerage.onboarding;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.peerage.groups.Circle;
import org.peerage.notices.Notice;
import org.peerage.notices.NoticeKind;
import org.peerage.notices.NoticeKinds;
import org.peerage.notices.Notices;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import org.springframework.stereotype.Component;

/// That one's list has begun, that one is somebody's buddy, and at 30, 60 and 90 days that it is time to look: told
/// beforehand for its day, and taken back when it is done.
@Component
class OnboardingNotices implements NoticeKinds {

    private static final NoticeKind BEGUN = NoticeKind.of("onboarding.notice.begun");
    private static final NoticeKind BUDDY = NoticeKind.of("onboarding.notice.buddy");
    private static final NoticeKind LOOK = NoticeKind.of("onboarding.notice.look");

    /// A look that is a month late is the next look's.
    private static final Duration WORTH = Duration.ofDays(30);

    private final Notices notices;

    OnboardingNotices(Notices notices) {
        this.notices = notices;
    }

    @Override
    public List<NoticeKind> kinds() {
        return List.of(BEGUN, BUDDY, LOOK);
    }

    /// Until there is a buddy all looks are the chair's.
    void begun(Circle circle, UUID seat, PersonId person, Instant now) {
        if (!person.equals(Acting.me())) {
            notices.tell(
                    Notice.of(BEGUN, seat, circle.id().value(), OnboardingPage.address(circle.id()), circle.name()),
                    List.of(person));
        }
        Point.looks().forEach(point -> look(circle, seat, point, now, circle.nameOf(person), circle.chair()));
    }

    void accompanied(Circle circle, Newcomer newcomer, PersonId buddy) {
        notices.withdraw(BUDDY, newcomer.seat());
        var name = circle.nameOf(newcomer.person());
        if (!buddy.equals(Acting.me())) {
            notices.tell(
                    Notice.of(
                            BUDDY,
                            newcomer.seat(),
                            circle.id().value(),
                            OnboardingPage.address(circle.id()),
                            name,
                            circle.name()),
                    List.of(buddy));
        }
        Point.looks().stream()
                .filter(point -> point.whose() == Point.Whose.BUDDY)
                .filter(point -> !newcomer.done().contains(point))
                .forEach(point -> {
                    done(newcomer, point);
                    look(circle, newcomer.seat(), point, newcomer.begun(), name, Optional.of(buddy));
                });
    }

    void done(Newcomer newcomer, Point point) {
        notices.withdraw(LOOK, subject(newcomer.seat(), point));
    }

    /// It is open again, as before.
    void again(Circle circle, Newcomer newcomer, Point point, Optional<PersonId> upTo) {
        if (point.look()) {
            look(circle, newcomer.seat(), point, newcomer.begun(), circle.nameOf(newcomer.person()), upTo);
        }
    }

    private void look(Circle circle, UUID seat, Point point, Instant begun, String name, Optional<PersonId> to) {
        var from = point.from(begun);
        notices.tell(
                Notice.of(
                                LOOK,
                                subject(seat, point),
                                circle.id().value(),
                                OnboardingPage.address(circle.id()),
                                name,
                                circle.name(),
                                point.day())
                        .from(from)
                        .until(from.plus(WORTH)),
                to.stream().toList());
    }

    private static UUID subject(UUID seat, Point point) {
        return Ids.steady("onboarding." + point.key(), seat);
    }
}
