package org.peerage.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.peerage.groups.Circle;
import org.peerage.groups.NextStep;
import org.peerage.networks.NetworkId;
import org.peerage.networks.Networks;
import org.peerage.web.Panel;

/// What somebody signed in finds first.
///
/// @param panels what the modules show of the person's groups
/// @param always what they show that does not come from a group
/// @param left what is shown of groups that they have left
record HomePage(
        Step next,
        List<Panel> panels,
        List<Panel> always,
        List<Line> groups,
        List<Networks.Network> networks,
        Optional<Panel> left) {

    /// The one thing to do now, and in which group; a step of no group has its subject in its words.
    record Step(String group, NextStep step) {}

    /// A group that the person sits in, or convenes the network of.
    record Line(String name, String address, String network, String part, boolean open) {

        static Line of(Circle circle, List<Networks.Network> networks) {
            return new Line(
                    circle.name(),
                    circle.id().address(),
                    name(networks, circle.network()),
                    circle.chaired() ? "chair" : circle.mine() ? "member" : "convener",
                    circle.open());
        }

        private static String name(List<Networks.Network> networks, NetworkId id) {
            return networks.stream()
                    .filter(network -> network.id().equals(id))
                    .map(Networks.Network::name)
                    .findFirst()
                    .orElse("");
        }
    }

    static HomePage of(
            Step next,
            List<Panel> panels,
            List<Panel> always,
            List<Circle> mine,
            List<Circle> overseen,
            List<Networks.Network> networks,
            Optional<Panel> left) {
        var groups = new ArrayList<Line>();
        mine.forEach(circle -> groups.add(Line.of(circle, networks)));
        overseen.forEach(circle -> groups.add(Line.of(circle, networks)));
        return new HomePage(next, panels, always, List.copyOf(groups), networks, left);
    }

    /// What comes next is somebody else's to do, and shows itself here when it is done.
    boolean waits() {
        return next.step().urgency() == NextStep.Urgency.WAITING;
    }

    boolean belongs() {
        return !groups.isEmpty();
    }

    /// Has to do with a group or a network from outside alone.
    boolean outside() {
        return groups.isEmpty() && networks.isEmpty() && !always.isEmpty();
    }
}
