package org.peerage.guide;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.peerage.groups.Circle;
import org.peerage.groups.Circles;
import org.peerage.groups.GroupId;
import org.peerage.groups.Guests;
import org.peerage.groups.NextStep;
import org.peerage.groups.NextStep.Urgency;
import org.peerage.guide.anniversaries.Anniversaries;
import org.peerage.rota.Rota;
import org.peerage.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What whoever chairs a group should do next, and reminding others in one press. It rests on facts of the lobby:
/// nothing here comes from what was said.
@Component
class Leading {

    private static final int MOST = 3;

    private static final Duration YEAR = Duration.ofDays(365);

    private final LeadingStore store;
    private final Circles circles;
    private final Guests guests;
    private final Nudges nudges;
    private final Anniversaries anniversaries;
    private final Rota rota;
    private final InstantSource clock;

    Leading(
            LeadingStore store,
            Circles circles,
            Guests guests,
            Nudges nudges,
            Anniversaries anniversaries,
            Rota rota,
            InstantSource clock) {
        this.store = store;
        this.circles = circles;
        this.guests = guests;
        this.nudges = nudges;
        this.anniversaries = anniversaries;
        this.rota = rota;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    LeadingPage page(GroupId group) {
        var circle = own(group);
        var since = clock.instant().minus(YEAR);
        return new LeadingPage(
                circle,
                things(circle),
                store.turns(group, since).stream()
                        .map(turn -> new LeadingPage.Turn(
                                circle.nameOf(turn.person()),
                                group.member(turn.person()),
                                turn.presented(),
                                turn.last(),
                                turn.came()))
                        .toList(),
                store.held(group, since),
                Stream.concat(rota.next(circle).stream(), anniversaries.ahead(circle).stream())
                        .toList());
    }

    /// What others stand and wait for comes first, then what they have left undone, then what can wait.
    private List<LeadingPage.Thing> things(Circle circle) {
        var steps = guests.steps(circle).stream()
                .filter(step -> step.urgency().compareTo(Urgency.WAITING) < 0)
                .toList();
        var undone = nudges.undone(circle, Optional.empty());
        return Stream.of(
                        steps.stream().filter(Leading::presses).map(step -> new LeadingPage.Thing(step, null)),
                        undone.stream().map(one -> new LeadingPage.Thing(null, one)),
                        steps.stream().filter(step -> !presses(step)).map(step -> new LeadingPage.Thing(step, null)))
                .flatMap(things -> things)
                .limit(MOST)
                .toList();
    }

    private static boolean presses(NextStep step) {
        return step.urgency().compareTo(Urgency.AGENDA) <= 0;
    }

    @Transactional
    void remind(GroupId group, Nudge nudge) {
        nudges.remind(own(group), Optional.empty(), nudge);
    }

    private Circle own(GroupId group) {
        return circles.withRoom(group)
                .filter(circle -> circle.chaired() && circle.mine())
                .orElseThrow(NotFound::new);
    }
}
