package org.peerage.onboarding;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.peerage.groups.Circle;
import org.peerage.groups.GroupGuest;
import org.peerage.groups.InHand;
import org.peerage.groups.NextStep;
import org.peerage.groups.Shelf;
import org.peerage.groups.Way;
import org.peerage.tenancy.Acting;
import org.peerage.web.Link;
import org.peerage.web.Message;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// The way to the lists of those who are new, and the next thing on one of them.
@Component
@Order(5)
class OnboardingGuest implements GroupGuest {

    private final Onboarding onboarding;
    private final InstantSource clock;

    OnboardingGuest(Onboarding onboarding, InstantSource clock) {
        this.onboarding = onboarding;
        this.clock = clock;
    }

    /// Whoever has no list to see has no way to one. The chair begins them.
    @Override
    public List<Way> ways(Circle circle) {
        return circle.inside() && (circle.chaired() || !onboarding.of(circle).isEmpty())
                ? List.of(Way.to(Shelf.PEOPLE, OnboardingPage.address(circle.id()), "onboarding.nav"))
                : List.of();
    }

    @Override
    public List<NextStep> next(Circle circle) {
        return onboarding.underWay(circle).stream()
                .flatMap(way -> step(circle, way))
                .limit(1)
                .toList();
    }

    @Override
    public List<InHand> inHand(Circle circle) {
        return onboarding.underWay(circle).stream()
                .map(Standing::newcomer)
                .filter(newcomer -> newcomer.buddy().equals(Optional.of(Acting.me())))
                .map(newcomer -> new InHand(
                        Message.of("onboarding.in-hand", circle.nameOf(newcomer.person())),
                        Link.to(OnboardingPage.address(circle.id()), "onboarding.nav")))
                .toList();
    }

    private Stream<NextStep> step(Circle circle, Standing.UnderWay way) {
        return way.next(Acting.me(), circle.chair(), clock.instant()).stream()
                .map(point -> NextStep.to(
                        OnboardingPage.place(circle, point),
                        NextStep.Urgency.GROWING,
                        "onboarding.next." + point.key() + ".",
                        circle.nameOf(way.newcomer().person())));
    }
}
