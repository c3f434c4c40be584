package org.peerage.proposals.forming;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.peerage.composition.Leader;
import org.peerage.composition.Proposal;
import org.peerage.networks.Networks;
import org.peerage.proposals.ProposalId;
import org.peerage.proposals.ProposalPage;
import org.peerage.proposals.ProposalPages;
import org.peerage.proposals.ProposalQuery;
import org.peerage.proposals.Proposals;
import org.peerage.proposals.Proposed;
import org.peerage.proposals.people.LeaderName;
import org.peerage.proposals.people.LeaderNames;
import org.peerage.proposals.runs.Runs;
import org.peerage.web.Message;
import org.peerage.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What the page of groups about to be formed reads.
@Component
class AcceptPages {

    private final Proposals proposals;
    private final ProposalPages pages;
    private final LeaderNames people;
    private final Runs runs;

    AcceptPages(Proposals proposals, ProposalPages pages, LeaderNames people, Runs runs) {
        this.proposals = proposals;
        this.pages = pages;
        this.people = people;
        this.runs = runs;
    }

    sealed interface Shown {

        record Form(AcceptPage page) implements Shown {}

        /// The proposal, because none was chosen, or too many.
        record Proposal(ProposalPage page) implements Shown {}
    }

    @Transactional(readOnly = true)
    Shown chosen(ProposalId id, List<Integer> numbers, ProposalQuery query) {
        var proposal = proposals.find(id).orElseThrow(NotFound::new);
        var chosen = toForm(proposal, numbers);
        if (chosen.isEmpty()) {
            return new Shown.Proposal(pages.page(proposal, query).with(Message.of("proposals.accept.none")));
        }
        if (chosen.size() > AcceptForm.MOST_AT_ONCE) {
            return new Shown.Proposal(
                    pages.page(proposal, query).with(Message.of("proposals.accept.many", AcceptForm.MOST_AT_ONCE)));
        }
        return new Shown.Form(page(proposal, query, new AcceptForm(chosen, Map.of()), Map.of(), Optional.empty()));
    }

    /// Those of these numbers that are there and not formed yet, in their order.
    static List<Integer> toForm(Proposed proposal, List<Integer> numbers) {
        var there = new TreeSet<>(numbers);
        there.retainAll(proposal.seats().values());
        there.removeAll(proposal.accepted().keySet());
        return List.copyOf(there);
    }

    AcceptPage page(
            Proposed proposal,
            ProposalQuery query,
            AcceptForm form,
            Map<String, Message> wrong,
            Optional<Message> problem) {
        var network = pages.network(proposal);
        var assessment = proposals.assessment(proposal);
        var groups = form.numbers().stream()
                .flatMap(number -> assessment.group(number).stream())
                .toList();
        var leaders = groups.stream()
                .flatMap(group -> group.seats().stream())
                .map(Proposal.Seat::leader)
                .toList();
        var known =
                people.of(proposal.network(), leaders.stream().map(Leader::id).toList());
        var seated = people.seated(known.keySet());
        var who = pages.who(proposal.network(), leaders);
        var zones = new TreeSet<>(List.of(network.zone().getId()));
        known.values().stream().map(LeaderName::zone).filter(AcceptForm::known).forEach(zones::add);
        return new AcceptPage(
                network,
                proposal,
                query,
                runs.find(proposal.run()).orElseThrow(NotFound::new).size(),
                groups.stream()
                        .map(group -> chosen(network, group, who, known.keySet()::contains, seated::contains))
                        .toList(),
                List.copyOf(zones),
                form,
                wrong,
                problem);
    }

    private static AcceptPage.Chosen chosen(
            Networks.Network network,
            Proposal.Group group,
            Function<Leader, LeaderName> who,
            Predicate<String> known,
            Predicate<String> seated) {
        var members = group.seats().stream().map(Proposal.Seat::leader).toList();
        var all = members.stream().map(who).toList();
        return new AcceptPage.Chosen(
                group.number(),
                all,
                zone(all).orElse(network.zone().getId()),
                (int) members.stream().map(Leader::id).filter(seated).count(),
                all.stream().filter(one -> !known.test(one.id())).toList());
    }

    /// The one that most of them keep.
    private static Optional<String> zone(List<LeaderName> people) {
        return people.stream()
                .map(LeaderName::zone)
                .filter(AcceptForm::known)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey);
    }
}
