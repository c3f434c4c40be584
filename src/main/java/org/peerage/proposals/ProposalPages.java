package org.peerage.proposals;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.peerage.composition.Leader;
import org.peerage.composition.Proposal;
import org.peerage.networks.NetworkId;
import org.peerage.networks.Networks;
import org.peerage.networks.ProfileId;
import org.peerage.networks.directory.Directory;
import org.peerage.proposals.people.ByHand;
import org.peerage.proposals.people.LeaderName;
import org.peerage.proposals.people.LeaderNames;
import org.peerage.proposals.runs.Run;
import org.peerage.proposals.runs.Runs;
import org.peerage.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What the pages of a proposal show; those of its seats and of forming ask in a transaction of their own. Only the
/// groups that are looked at are told in full: a page of
/// thousands of people is as quick as one of twelve.
@Component
public class ProposalPages {

    private static final int MOST_UNSEATED = 12;
    private static final int MOST_OTHERS = 40;

    private final Proposals proposals;
    private final Runs runs;
    private final Networks networks;
    private final Directory directory;
    private final LeaderNames people;

    ProposalPages(Proposals proposals, Runs runs, Networks networks, Directory directory, LeaderNames people) {
        this.proposals = proposals;
        this.runs = runs;
        this.networks = networks;
        this.directory = directory;
        this.people = people;
    }

    public Networks.Network network(Proposed proposal) {
        return networks.convened(proposal.network());
    }

    @Transactional(readOnly = true)
    public ProposalPage page(ProposalId id, ProposalQuery query) {
        return page(proposals.find(id).orElseThrow(NotFound::new), query);
    }

    /// Everybody of a proposal, in its groups and without a seat.
    ///
    /// @param people what the directory calls them
    record Everyone(Proposal told, Function<Leader, LeaderName> people) {}

    @Transactional(readOnly = true)
    Everyone everyone(ProposalId id) {
        var proposal = proposals.find(id).orElseThrow(NotFound::new);
        var assessment = proposals.assessment(proposal);
        return new Everyone(assessment.told(), who(network(proposal).id(), assessment.leaders()));
    }

    public ProposalPage page(Proposed proposal, ProposalQuery query) {
        var assessment = proposals.assessment(proposal);
        var unseated =
                assessment.told().unseated().stream().limit(MOST_UNSEATED).toList();
        var who = who(
                proposal.network(),
                unseated.stream().map(Proposal.Unseated::leader).toList());
        var byHand = runs.find(proposal.run()).map(Run::byHand).orElse(ByHand.NOBODY);
        return new ProposalPage(
                network(proposal),
                proposal,
                byHand,
                people.of(proposal.network(), byHand),
                assessment,
                query,
                groups(proposal, assessment, query),
                unseated.stream()
                        .map(each -> new ProposalPage.Unseated(who.apply(each.leader()), each.why()))
                        .toList(),
                proposals.of(proposal.network(), MOST_OTHERS).stream()
                        .filter(line -> !line.id().equals(proposal.id()))
                        .toList(),
                Optional.empty());
    }

    private ProposalPage.Groups groups(Proposed proposal, Assessment assessment, ProposalQuery query) {
        var found = assessment.told().groups();
        if (!query.find().isEmpty()) {
            var words = matching(proposal.network(), query.find());
            found = found.stream()
                    .filter(group -> query.find().equals(group.name())
                            || group.seats().stream()
                                    .anyMatch(
                                            seat -> words.contains(seat.leader().id())))
                    .toList();
        }
        var count = found.size();
        return switch (query.view()) {
            case CARDS -> {
                var here = part(found.stream().sorted(query.order().comparator()), query);
                yield new ProposalPage.Groups(cards(proposal, here), List.of(), count);
            }
            case PLACES -> {
                var formed = formed(proposal, proposal.accepted().keySet());
                yield new ProposalPage.Groups(
                        List.of(),
                        part(
                                found.stream()
                                        .map(group -> row(group, Optional.ofNullable(formed.get(group.number()))))
                                        .sorted(Comparator.comparingDouble(ProposalPage.PlaceRow::hour)
                                                .thenComparingInt(
                                                        row -> row.group().number())),
                                query),
                        count);
            }
        };
    }

    private static <T> List<T> part(Stream<T> all, ProposalQuery query) {
        return all.skip((query.page() - 1L) * query.view().rows)
                .limit(query.view().rows)
                .toList();
    }

    private Set<String> matching(NetworkId network, String words) {
        return directory.matching(network, words, "", "", "").stream()
                .map(ProfileId::toString)
                .collect(Collectors.toCollection(HashSet::new));
    }

    public List<ProposalPage.Card> cards(Proposed proposal, List<Proposal.Group> groups) {
        var who = who(
                proposal.network(),
                groups.stream()
                        .flatMap(group -> group.seats().stream())
                        .map(Proposal.Seat::leader)
                        .toList());
        var formed =
                formed(proposal, groups.stream().map(Proposal.Group::number).collect(Collectors.toSet()));
        return groups.stream()
                .map(group -> new ProposalPage.Card(
                        group,
                        group.seats().stream()
                                .map(seat -> new ProposalPage.SeatLine(
                                        who.apply(seat.leader()),
                                        seat.fit(),
                                        proposal.fixed(seat.leader().id())))
                                .toList(),
                        Optional.ofNullable(formed.get(group.number()))))
                .toList();
    }

    Map<Integer, ProposalPage.Formed> formed(Proposed proposal, Set<Integer> numbers) {
        var accepted = new TreeMap<>(proposal.accepted());
        accepted.keySet().retainAll(numbers);
        var names = people.names(accepted.values());
        Map<Integer, ProposalPage.Formed> formed = new LinkedHashMap<>();
        accepted.forEach(
                (number, group) -> formed.put(number, new ProposalPage.Formed(group, names.getOrDefault(group, ""))));
        return formed;
    }

    /// Whoever is no longer in the directory has the name that the run was asked with.
    public Function<Leader, LeaderName> who(NetworkId network, Collection<Leader> leaders) {
        var known = people.of(network, leaders.stream().map(Leader::id).toList());
        return leader -> {
            var there = known.get(leader.id());
            return there == null ? new LeaderName(leader.id(), leader.name(), "", "", leader.place(), "") : there;
        };
    }

    private static ProposalPage.PlaceRow row(Proposal.Group group, Optional<ProposalPage.Formed> formed) {
        var leaders = group.seats().stream().map(Proposal.Seat::leader).toList();
        var hours = leaders.stream()
                .filter(leader -> leader.zone().isPresent())
                .map(leader -> leader.zone().getAsDouble())
                .toList();
        var apart = hours.isEmpty()
                ? 0
                : hours.stream().max(Double::compare).orElseThrow()
                        - hours.stream().min(Double::compare).orElseThrow();
        return new ProposalPage.PlaceRow(
                group,
                counted(leaders.stream().map(Leader::place).filter(place -> !place.isEmpty())),
                counted(hours.stream()),
                apart,
                formed);
    }

    /// The most frequent first.
    private static <T extends Comparable<T>> Map<T, Integer> counted(Stream<T> all) {
        var counts = all.collect(Collectors.toMap(Function.identity(), one -> 1, Integer::sum, TreeMap::new));
        Map<T, Integer> ordered = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<T, Integer>comparingByValue().reversed())
                .forEach(each -> ordered.put(each.getKey(), each.getValue()));
        return ordered;
    }
}
