package org.peerage.onboarding;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
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
    private static final NoticeKind TRIAL = NoticeKind.of("onboarding.notice.trial");
    private static final NoticeKind LOOK = NoticeKind.of("onboarding.notice.look");

    /// A look that is a month late is the next look's.
    private static final Duration WORTH = Duration.ofDays(30);

    private final Notices notices;
    private final Trial trial;

    OnboardingNotices(Notices notices, Trial trial) {
        this.notices = notices;
        this.trial = trial;
    }

    @Override
    public List<NoticeKind> kinds() {
        return List.of(BEGUN, BUDDY, LOOK, TRIAL);
    }

    void begun(Circle circle, Newcomer newcomer) {
        if (!newcomer.person().equals(Acting.me())) {
            notices.tell(
                    Notice.of(
                            BEGUN,
                            newcomer.seat(),
                            circle.id().value(),
                            OnboardingPage.address(circle.id()),
                            circle.name()),
                    List.of(newcomer.person()));
        }
        looks(circle, newcomer, circle.chair());
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
        looks(circle, newcomer.with(Optional.of(buddy)), circle.chair());
    }

    /// Every look that is still open is told to the one person it is up to, and to nobody else.
    void looks(Circle circle, Newcomer newcomer, Optional<PersonId> chair) {
        Point.looks().forEach(point -> look(circle, newcomer, point, chair));
        notices.withdraw(TRIAL, newcomer.seat());
        trial.ends(circle, newcomer)
                .ifPresent(end -> Stream.concat(Stream.of(newcomer.person()), chair.stream())
                        .distinct()
                        .forEach(person -> trial(circle, newcomer, end, person)));
    }

    /// The newcomer has left: there is nothing more to look after.
    void gone(Newcomer newcomer) {
        notices.withdraw(BEGUN, newcomer.seat());
        notices.withdraw(BUDDY, newcomer.seat());
        notices.withdraw(TRIAL, newcomer.seat());
        Point.looks().forEach(point -> done(newcomer, point));
    }

    void done(Newcomer newcomer, Point point) {
        notices.withdraw(LOOK, subject(newcomer.seat(), point));
    }

    private void look(Circle circle, Newcomer newcomer, Point point, Optional<PersonId> chair) {
        switch (newcomer.standing()) {
            case Standing.UnderWay way
            when way.open().contains(point) ->
                way.upTo(point, chair)
                        .ifPresentOrElse(person -> look(circle, newcomer, point, person), () -> done(newcomer, point));
            case Standing.UnderWay _, Standing.Settled _ -> done(newcomer, point);
        }
    }

    private void look(Circle circle, Newcomer newcomer, Point point, PersonId person) {
        var subject = subject(newcomer.seat(), point);
        var from = point.from(newcomer.begun());
        notices.withdrawFromOthers(LOOK, subject, person);
        notices.tell(
                Notice.of(
                                LOOK,
                                subject,
                                circle.id().value(),
                                OnboardingPage.address(circle.id()),
                                circle.nameOf(newcomer.person()),
                                circle.name(),
                                point.day())
                        .from(from)
                        .until(from.plus(WORTH)),
                List.of(person));
    }

    /// Both sides are told on the day, whoever chairs then.
    private void trial(Circle circle, Newcomer newcomer, Instant end, PersonId person) {
        notices.tell(
                Notice.of(
                                TRIAL,
                                newcomer.seat(),
                                circle.id().value(),
                                OnboardingPage.address(circle.id()),
                                circle.nameOf(newcomer.person()),
                                circle.name())
                        .from(end)
                        .until(end.plus(WORTH)),
                List.of(person));
    }

    private static UUID subject(UUID seat, Point point) {
        return Ids.steady("onboarding." + point.key(), seat);
    }
}
