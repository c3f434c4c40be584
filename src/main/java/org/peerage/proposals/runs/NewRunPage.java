package org.peerage.proposals.runs;

import java.util.Map;
import org.peerage.networks.Networks;
import org.peerage.networks.directory.Directory;
import org.peerage.web.Message;

/// A run that is being asked for, with what its choice of people makes.
///
/// @param wishes how many are known of pairs of people
record NewRunPage(
        Networks.Network network,
        RunForm form,
        Map<String, Message> wrong,
        Chosen chosen,
        Directory.Choices choices,
        int wishes) {

    /// The part that changes as the choice does.
    record Chosen(RunTally tally, ByHandChoice.Shown shown, String base) {}

    String base() {
        return chosen.base();
    }
}
