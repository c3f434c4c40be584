package org.peerage.proposals.seats;

import java.util.Map;
import java.util.function.Function;
import org.peerage.composition.Leader;
import org.peerage.networks.Networks;
import org.peerage.proposals.Change;
import org.peerage.proposals.Preview;
import org.peerage.proposals.ProposalQuery;
import org.peerage.proposals.Proposed;
import org.peerage.proposals.people.LeaderName;
import org.peerage.web.Shell;

/// A change with its effect, before it is made.
///
/// @param stale the proposal was changed since the effect was last shown; this is what it would be now
record ChangePage(
        Networks.Network network,
        Proposed proposal,
        ProposalQuery query,
        Preview preview,
        Function<String, LeaderName> people,
        boolean stale) {

    /// What the change is called, on its button too.
    String says(Shell shell) {
        return switch (preview.change()) {
            case Change.Move(var who, var to) ->
                shell.text("proposals.change.move", called(shell, who), Integer.toString(to));
            case Change.Swap(var who, var with) ->
                shell.text("proposals.change.swap", called(shell, who), called(shell, with));
            case Change.Leave(var who) -> shell.text("proposals.change.leave", called(shell, who));
            case Change.Merge(var group, var into) ->
                shell.text("proposals.change.merge", Integer.toString(group), Integer.toString(into));
            case Change.Split(var group) -> shell.text("proposals.change.split", Integer.toString(group));
        };
    }

    private String called(Shell shell, String id) {
        return people.apply(id).called(shell);
    }

    String called(Shell shell, Leader leader) {
        return called(shell, leader.id());
    }

    /// The group that somebody goes to; 0 for no seat.
    int to(Leader leader) {
        return preview.effect().seats().getOrDefault(leader.id(), 0);
    }

    int from(Leader leader) {
        return proposal.seats().getOrDefault(leader.id(), 0);
    }

    Map<String, String> fields() {
        return ChangeForm.of(preview.change());
    }

    String base() {
        return "/proposals/" + proposal.id();
    }
}
