package org.peerage.proposals.seats;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.peerage.composition.Leader;
import org.peerage.composition.Proposal;
import org.peerage.proposals.Assessment;
import org.peerage.proposals.Change;
import org.peerage.proposals.Preview;
import org.peerage.proposals.ProposalId;
import org.peerage.proposals.ProposalPages;
import org.peerage.proposals.ProposalQuery;
import org.peerage.proposals.Proposals;
import org.peerage.proposals.Proposed;
import org.peerage.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What the pages of one seat and of one group read.
@Component
class SeatPages {

    private static final int BEST_OPENINGS = 6;

    private final Proposals proposals;
    private final ProposalPages pages;

    SeatPages(Proposals proposals, ProposalPages pages) {
        this.proposals = proposals;
        this.pages = pages;
    }

    /// @param there another group that somebody thinks of
    @Transactional(readOnly = true)
    SeatPage seat(ProposalId id, String who, Optional<Integer> there, ProposalQuery query) {
        var proposal = proposals.find(id).orElseThrow(NotFound::new);
        var network = pages.network(proposal);
        var assessment = proposals.assessment(proposal);
        var leader = assessment.leader(who).orElseThrow(NotFound::new);
        var number = proposal.seats().getOrDefault(who, 0);
        var other = there.filter(group -> !group.equals(number))
                .flatMap(group -> otherGroup(proposal, assessment, leader, group));
        if (there.isPresent() && other.isEmpty()) {
            throw new NotFound();
        }
        return new SeatPage(
                network,
                proposal,
                query,
                leader,
                pages.who(proposal.network(), List.of(leader)).apply(leader),
                number,
                assessment.seat(who).map(Proposal.Seat::fit).orElse(0.0),
                assessment.whyHere(who),
                assessment.openings(who, BEST_OPENINGS),
                others(assessment, number),
                other);
    }

    @Transactional(readOnly = true)
    GroupPage group(ProposalId id, int number, ProposalQuery query) {
        var proposal = proposals.find(id).orElseThrow(NotFound::new);
        var assessment = proposals.assessment(proposal);
        var group = assessment.group(number).orElseThrow(NotFound::new);
        return new GroupPage(
                pages.network(proposal),
                proposal,
                query,
                pages.cards(proposal, List.of(group)).getFirst(),
                assessment.partners(number).stream()
                        .filter(partner -> !proposal.formed(partner.number()))
                        .limit(BEST_OPENINGS)
                        .toList(),
                others(assessment, number));
    }

    private Optional<SeatPage.OtherGroup> otherGroup(
            Proposed proposal, Assessment assessment, Leader leader, int number) {
        return assessment
                .group(number)
                .map(group -> there(proposal, assessment, leader, group))
                .or(() ->
                        number == next(assessment) ? Optional.of(opened(proposal, leader, number)) : Optional.empty());
    }

    /// The number of a group that somebody would open.
    private static int next(Assessment assessment) {
        return assessment.told().groups().stream()
                        .mapToInt(Proposal.Group::number)
                        .max()
                        .orElse(0)
                + 1;
    }

    private SeatPage.OtherGroup there(Proposed proposal, Assessment assessment, Leader leader, Proposal.Group group) {
        var who = pages.who(
                proposal.network(),
                group.seats().stream().map(Proposal.Seat::leader).toList());
        return new SeatPage.OtherGroup(
                group.number(),
                true,
                assessment.whyNot(leader.id(), group.number()),
                preview(proposal, new Change.Move(leader.id(), group.number())),
                group.seats().stream()
                        .map(seat -> new SeatPage.Partner(
                                who.apply(seat.leader()),
                                preview(
                                        proposal,
                                        new Change.Swap(
                                                leader.id(), seat.leader().id()))))
                        .sorted(Comparator.comparing((SeatPage.Partner partner) ->
                                        !partner.swap().possible())
                                .thenComparingDouble(partner -> -partner.swap().gain()))
                        .toList());
    }

    private SeatPage.OtherGroup opened(Proposed proposal, Leader leader, int number) {
        return new SeatPage.OtherGroup(
                number, false, List.of(), preview(proposal, new Change.Move(leader.id(), number)), List.of());
    }

    private Preview preview(Proposed proposal, Change change) {
        return proposals.preview(proposal, change).orElseThrow(NotFound::new);
    }

    private static List<Integer> others(Assessment assessment, int number) {
        return assessment.told().groups().stream()
                .map(Proposal.Group::number)
                .filter(other -> other != number)
                .toList();
    }
}
