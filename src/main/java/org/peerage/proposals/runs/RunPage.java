package org.peerage.proposals.runs;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peerage.composition.Reason;
import org.peerage.networks.Networks;
import org.peerage.proposals.ProposalId;
import org.peerage.proposals.people.LeaderName;
import org.peerage.web.Message;

/// One run, while it goes on and afterwards.
///
/// @param proposal what people change and accept, once the run is done
/// @param wrong why the run was not started again
/// @param who those chosen by hand, as the directory knows them today
/// @param known what cannot hold together, and what else should be known of the answer
record RunPage(
        Networks.Network network,
        Run run,
        Optional<ProposalId> proposal,
        @Nullable Message wrong,
        List<Reason> known,
        Map<String, LeaderName> who) {

    RunPage refused(Message problem) {
        return new RunPage(network, run, proposal, problem, known, who);
    }

    String self() {
        return "/proposals/runs/" + run.id();
    }

    ZoneId zone() {
        return network.zone();
    }

    /// In steps of ten seconds, so that whoever listens to the page is not told each second.
    int tensLeft() {
        return (int) Math.ceil(run.secondsLeft().orElse(0) / 10) * 10;
    }
}
