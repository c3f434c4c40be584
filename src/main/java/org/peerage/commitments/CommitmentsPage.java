package org.peerage.commitments;

import java.util.List;
import java.util.Optional;
import org.peerage.groups.Circle;

/// What `/groups/{id}/commitments` shows: mine first, then those I witness, then the group's.
///
/// @param reminded whether whoever looks is reminded once a week of what they have open
record CommitmentsPage(
        Circle circle,
        List<CommitmentLine> mine,
        List<CommitmentLine> closed,
        List<CommitmentLine> witnessed,
        List<CommitmentLine> others,
        KeptRate rate,
        Optional<CommitmentStore.GroupKept> kept,
        boolean reminded,
        CommitmentDraft draft) {

    String path() {
        return "/groups/" + circle.id() + "/commitments";
    }

    String room() {
        return circle.openRoom().value();
    }

    int groupPercent() {
        return kept.map(group -> Math.round(100f * group.done() / group.due())).orElse(0);
    }
}
