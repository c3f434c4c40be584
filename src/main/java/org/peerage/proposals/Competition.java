package org.peerage.proposals;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.peerage.composition.Leader;
import org.peerage.composition.Reason;
import org.peerage.groups.Objection;
import org.peerage.groups.SeatRule;
import org.peerage.networks.NetworkId;
import org.peerage.networks.ProfileId;
import org.peerage.proposals.people.Wishes;
import org.peerage.web.Link;
import org.peerage.web.Message;
import org.springframework.stereotype.Component;

/// Competitors never sit together, whoever seats them: what a search heeds is heeded where people are picked by hand
/// (S1.5). What conveners have said of two of them counts for the chair who invites as well.
@Component
class Competition implements SeatRule {

    private final NetworkComposer engines;
    private final Wishes wishes;

    Competition(NetworkComposer engines, Wishes wishes) {
        this.engines = engines;
        this.wishes = wishes;
    }

    @Override
    public List<Objection> objections(NetworkId network, List<ProfileId> seated, List<ProfileId> joining) {
        var people = seated.stream().map(ProfileId::toString).toList();
        var newcomers = joining.stream().map(ProfileId::toString).toList();
        var told = engines.correcting(network).competition(people).stream()
                .filter(reason -> about(reason).stream().map(Leader::id).anyMatch(newcomers::contains))
                .toList();
        var remedy = told.stream().anyMatch(Reason.Rule.class::isInstance) && wishes.mayCorrect(network)
                ? Optional.of(Link.to(
                        network.address() + "/proposals/competitors?seated=on", "proposals.competitors.correct"))
                : Optional.<Link>empty();
        return told.stream()
                .map(reason -> new Objection(
                        reason instanceof Reason.Rule,
                        reason.said(Message::of),
                        remedy.filter(_ -> reason instanceof Reason.Rule)))
                .toList();
    }

    private static List<Leader> about(Reason reason) {
        return reason.arguments().stream()
                .flatMap(argument -> argument instanceof List<?> list ? list.stream() : Stream.of(argument))
                .filter(Leader.class::isInstance)
                .map(Leader.class::cast)
                .toList();
    }
}
