package org.peerage.proposals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.peerage.composition.Proposal;
import org.peerage.composition.Reason;
import org.peerage.groups.GroupId;
import org.peerage.networks.Networks;
import org.peerage.proposals.people.ByHand;
import org.peerage.proposals.people.LeaderName;
import org.peerage.web.Message;

/// A proposal and the part of it that somebody looks at.
public record ProposalPage(
        Networks.Network network,
        Proposed proposal,
        ByHand byHand,
        Map<String, LeaderName> byHandWho,
        Assessment assessment,
        ProposalQuery query,
        Groups groups,
        List<Unseated> unseated,
        List<Proposals.Line> others,
        Optional<Message> problem) {

    public ProposalPage with(Message trouble) {
        return new ProposalPage(
                network,
                proposal,
                byHand,
                byHandWho,
                assessment,
                query,
                groups,
                unseated,
                others,
                Optional.of(trouble));
    }

    /// @param cards those of this page, in the one view; the rows are those in the other
    /// @param found how many groups match, over all pages
    record Groups(List<Card> cards, List<PlaceRow> rows, int found) {}

    public record Card(Proposal.Group group, List<SeatLine> seats, Optional<Formed> formed) {

        public long locked() {
            return seats.stream().filter(SeatLine::locked).count();
        }
    }

    public record SeatLine(LeaderName who, double fit, boolean locked) {}

    public record Formed(GroupId id, String name) {}

    record Unseated(LeaderName who, List<Reason> why) {}

    /// Where the people of a group are, the most frequent first.
    record PlaceRow(
            Proposal.Group group,
            Map<String, Integer> places,
            Map<Double, Integer> zones,
            double hoursApart,
            Optional<Formed> formed) {

        /// The hour that most of them keep.
        double hour() {
            return zones.keySet().stream().findFirst().orElse(0.0);
        }
    }

    String base() {
        return "/proposals/" + proposal.id();
    }

    int pages() {
        return Math.max(1, (groups.found() + query.view().rows - 1) / query.view().rows);
    }

    int first() {
        return (query.page() - 1) * query.view().rows + 1;
    }

    int last() {
        return first() + groups.cards().size() + groups.rows().size() - 1;
    }

    int formed() {
        return proposal.accepted().size();
    }

    public int locked() {
        return (int) proposal.seats().keySet().stream().filter(proposal::fixed).count();
    }

    /// People without a seat are told of in full only up to a number.
    int unseatedInAll() {
        return assessment.told().unseated().size();
    }
}
