package org.peerage.commitments;

import java.time.Instant;
import java.util.List;
import org.peerage.groups.GroupId;
import org.peerage.meetings.AgendaProposal;
import org.peerage.meetings.AgendaSource;
import org.peerage.meetings.MeetingId;
import org.springframework.stereotype.Component;

/// Puts the commitments on the agenda of every meeting while there are any (`S0.24`).
@Component
class DueReview implements AgendaSource {

    private final CommitmentStore store;

    DueReview(CommitmentStore store) {
        this.store = store;
    }

    @Override
    public List<AgendaProposal> proposals(GroupId group, MeetingId meeting, Instant startsAt) {
        var open = store.open(group);
        return open == 0 ? List.of() : List.of(new AgendaProposal.CommitmentsDue(open));
    }
}
