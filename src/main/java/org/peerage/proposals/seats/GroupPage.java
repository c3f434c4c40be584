package org.peerage.proposals.seats;

import java.util.List;
import org.peerage.composition.Opening;
import org.peerage.networks.Networks;
import org.peerage.proposals.Change;
import org.peerage.proposals.ProposalPage;
import org.peerage.proposals.ProposalQuery;
import org.peerage.proposals.Proposed;

/// A group of a proposal and what may be done with all of it.
record GroupPage(
        Networks.Network network,
        Proposed proposal,
        ProposalQuery query,
        ProposalPage.Card card,
        List<Opening> partners,
        List<Integer> others) {

    String base() {
        return "/proposals/" + proposal.id();
    }

    /// Where a change is looked at before it is made.
    String address(Change change) {
        return base() + "/change" + query.query(ChangeForm.of(change));
    }

    int number() {
        return card.group().number();
    }
}
