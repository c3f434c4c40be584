package org.peerage.guide;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.peerage.farewell.Alumni;
import org.peerage.groups.Circle;
import org.peerage.groups.Circles;
import org.peerage.groups.Groups;
import org.peerage.groups.Guests;
import org.peerage.groups.NextStep;
import org.peerage.groups.NextStep.Urgency;
import org.peerage.networks.NetworkId;
import org.peerage.networks.Networks;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What is whose, and which one thing is to be done now: what waits for this person alone comes before what can wait.
@Component
class Home {

    private static final int MOST_OVERSEEN = 50;

    private final Networks networks;
    private final Circles circles;
    private final Guests guests;
    private final Alumni alumni;
    private final HomeStore store;

    Home(Networks networks, Circles circles, Guests guests, Alumni alumni, HomeStore store) {
        this.networks = networks;
        this.circles = circles;
        this.guests = guests;
        this.alumni = alumni;
        this.store = store;
    }

    @Transactional(readOnly = true)
    HomePage page() {
        var known = networks.mine();
        var mine = circles.mine();
        var convened = known.stream().filter(Networks.Network::convened).toList();
        var overseen = convened.isEmpty() ? List.<Circle>of() : circles.overseen(MOST_OVERSEEN);
        var steps = new ArrayList<HomePage.Step>();
        mine.forEach(circle -> add(steps, circle));
        if (networks.mayFound()) {
            steps.add(step(NextStep.to(Networks.founding(), Urgency.MAKING, "guide.next.found.")));
        }
        if (!convened.isEmpty()) {
            convened(convened, mine, overseen).forEach(next -> steps.add(step(next)));
        }
        overseen.stream().filter(circle -> !circle.open()).findFirst().ifPresent(circle -> add(steps, circle));
        var always = guests.always();
        var next = steps.stream()
                .min(Comparator.comparing(step -> step.step().urgency()))
                .orElseGet(() -> step(nothing(known.isEmpty() && mine.isEmpty(), always.isEmpty())));
        return HomePage.of(next, guests.panels(mine), always, mine, overseen, known, alumni.left());
    }

    private void add(List<HomePage.Step> steps, Circle circle) {
        guests.next(circle)
                .filter(next -> next.urgency() != Urgency.REST)
                .ifPresent(next -> steps.add(new HomePage.Step(circle.name(), next)));
    }

    /// A network needs its people first, then a group of them.
    private List<NextStep> convened(List<Networks.Network> convened, List<Circle> mine, List<Circle> overseen) {
        var empty = store.empty(convened.stream().map(Networks.Network::id).toList());
        var steps = new ArrayList<NextStep>();
        convened.stream()
                .filter(network -> empty.contains(network.id()))
                .map(network -> NextStep.to(network.roster(), Urgency.MAKING, "guide.next.roster.", network.name()))
                .forEach(steps::add);
        convened.stream()
                .filter(network -> !hasGroup(network.id(), mine) && !hasGroup(network.id(), overseen))
                .map(network ->
                        NextStep.to(Groups.forming(network.id()), Urgency.MAKING, "guide.next.group.", network.name()))
                .forEach(steps::add);
        return steps;
    }

    private static boolean hasGroup(NetworkId network, List<Circle> circles) {
        return circles.stream().anyMatch(circle -> circle.network().equals(network));
    }

    private static HomePage.Step step(NextStep next) {
        return new HomePage.Step("", next);
    }

    private static NextStep nothing(boolean outside, boolean nothingElse) {
        return NextStep.waiting(
                Urgency.REST,
                !outside ? "guide.next.rest." : nothingElse ? "guide.next.outside." : "guide.next.beside.");
    }
}
