package org.peerage.conflicts;

import java.util.List;
import java.util.Optional;
import org.peerage.groups.Circle;
import org.peerage.groups.GroupGuest;
import org.peerage.groups.HandOver;
import org.peerage.groups.NextStep;
import org.peerage.groups.Objection;
import org.peerage.groups.SeatRule;
import org.peerage.groups.Shelf;
import org.peerage.groups.Way;
import org.peerage.networks.NetworkId;
import org.peerage.networks.ProfileId;
import org.peerage.tenancy.Acting;
import org.peerage.web.Link;
import org.peerage.web.Message;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// The way to the conflicts of interest of a group, the duty to look once more, and what two profiles tell whoever
/// seats people.
@Component
@Order(6)
class ConflictGuest implements GroupGuest, SeatRule {

    private final DisclosureStore store;
    private final Conflicts conflicts;

    ConflictGuest(DisclosureStore store, Conflicts conflicts) {
        this.store = store;
        this.conflicts = conflicts;
    }

    @Override
    public List<Way> ways(Circle circle) {
        return circle.inside() ? List.of(Way.to(Shelf.RULES, address(circle), "conflicts.nav")) : List.of();
    }

    @Override
    public List<NextStep> next(Circle circle) {
        return circle.inside() && conflicts.due(circle)
                ? List.of(NextStep.to(address(circle), NextStep.Urgency.GROWING, "conflicts.next."))
                : List.of();
    }

    /// Who has still to look is the chair's to know; everybody else is told of themselves.
    @Override
    public Optional<HandOver> handOver(Circle circle) {
        var lines = conflicts.outstanding(circle).stream()
                .filter(person -> circle.chaired() || person.equals(Acting.me()))
                .map(person -> Message.of("conflicts.handover.line", circle.nameOf(person)))
                .toList();
        return Optional.of(HandOver.of(
                circle.chaired() ? "conflicts.handover." : "conflicts.handover.own.",
                lines,
                Link.to(address(circle), "conflicts.nav")));
    }

    /// Competitors are another rule's. Nothing here forbids: the two may know better.
    @Override
    public List<Objection> objections(NetworkId network, List<ProfileId> seated, List<ProfileId> joining) {
        var parties = store.parties(network, seated);
        return parties.stream()
                .filter(party -> joining.contains(party.profile()))
                .flatMap(newcomer -> parties.stream()
                        .filter(other -> !other.equals(newcomer))
                        .filter(other -> !joining.contains(other.profile())
                                || other.profile()
                                                .toString()
                                                .compareTo(newcomer.profile().toString())
                                        > 0)
                        .flatMap(other -> Finding.between(newcomer, other).stream()))
                .filter(finding -> finding.kind() != Finding.Kind.INDUSTRY)
                .map(finding -> new Objection(false, finding.sentence(), Optional.empty()))
                .toList();
    }

    private static String address(Circle circle) {
        return circle.id().address() + "/conflicts";
    }
}
