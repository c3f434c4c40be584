package org.peerage.proposals.seats;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.peerage.composition.Leader;
import org.peerage.composition.Opening;
import org.peerage.composition.Reason;
import org.peerage.networks.Networks;
import org.peerage.proposals.Change;
import org.peerage.proposals.Preview;
import org.peerage.proposals.ProposalQuery;
import org.peerage.proposals.Proposed;
import org.peerage.proposals.people.LeaderName;
import org.peerage.web.Shell;

/// One person of a proposal: why here, why not there, and what may be done about it.
public record SeatPage(
        Networks.Network network,
        Proposed proposal,
        ProposalQuery query,
        Leader leader,
        LeaderName who,
        int number,
        double fit,
        List<Reason> why,
        List<Opening> openings,
        List<Integer> others,
        Optional<OtherGroup> otherGroup) {

    /// Another group that somebody thinks of: why not, what moving would do, and with whom they could change places.
    ///
    /// @param number the number after the highest stands for a new group
    record OtherGroup(int number, boolean open, List<Reason> whyNot, Preview move, List<Partner> partners) {}

    record Partner(LeaderName who, Preview swap) {}

    boolean seated() {
        return number > 0;
    }

    boolean formed() {
        return proposal.formed(number);
    }

    boolean locked() {
        return proposal.locked().contains(leader.id());
    }

    String base() {
        return "/proposals/" + proposal.id();
    }

    String address() {
        return base() + "/seats/" + leader.id();
    }

    String label(Shell shell, Opening opening) {
        return shell.text("proposals.seat.opening", opening.name(), Math.round(100 * opening.fit()), opening.size());
    }

    /// Hours from universal time as people write them.
    public static String zone(double hours) {
        var minutes = Math.round(60 * Math.abs(hours));
        var sign = hours < 0 ? "−" : "+";
        return "UTC"
                + (minutes == 0
                        ? ""
                        : sign + minutes / 60 + (minutes % 60 == 0 ? "" : ":%02d".formatted(minutes % 60)));
    }

    /// Where a change is looked at before it is made.
    String address(Change change) {
        return base() + "/change" + query.query(ChangeForm.of(change));
    }

    Map<String, String> fields(Change change) {
        return ChangeForm.of(change);
    }
}
