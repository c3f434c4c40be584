package org.peerage.proposals.forming;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.peerage.composition.SizeLimits;
import org.peerage.networks.Networks;
import org.peerage.proposals.ProposalQuery;
import org.peerage.proposals.Proposed;
import org.peerage.proposals.people.LeaderName;
import org.peerage.web.Message;
import org.peerage.web.Shell;

/// Groups of a proposal that are about to be formed.
///
/// @param problem what is wrong with all of it
record AcceptPage(
        Networks.Network network,
        Proposed proposal,
        ProposalQuery query,
        SizeLimits size,
        List<Chosen> groups,
        List<String> zones,
        AcceptForm form,
        Map<String, Message> wrong,
        Optional<Message> problem) {

    /// The people of one proposed group.
    ///
    /// @param zone the one that most of them keep
    /// @param seated how many of them sit in a group already, or are asked to
    /// @param gone who is no longer in the directory
    public record Chosen(int number, List<LeaderName> people, String zone, int seated, List<LeaderName> gone) {}

    boolean possible() {
        return !groups.isEmpty()
                && groups.stream().allMatch(group -> group.gone().isEmpty());
    }

    String name(Shell shell, Chosen group) {
        return form.value("name." + group.number(), shell.text("proposals.group", Integer.toString(group.number())));
    }

    String zone(Chosen group) {
        return form.value("zone." + group.number(), group.zone());
    }

    String bound(String field) {
        return form.value(
                field,
                Integer.toString(
                        switch (field) {
                            case "smallest" -> size.least();
                            case "target" -> size.target();
                            default -> size.most();
                        }));
    }

    String base() {
        return "/proposals/" + proposal.id();
    }
}
