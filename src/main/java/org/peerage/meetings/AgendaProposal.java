package org.peerage.meetings;

import java.util.UUID;
import org.peerage.tenancy.PersonId;

/// What one module would like to see on the agenda. There is no kind for a vendor's pitch.
public sealed interface AgendaProposal {

    /// Commitments whose review is due: the review gets minutes by how many there are.
    record CommitmentsDue(int count) implements AgendaProposal {}

    /// An issue that its owner has prepared. `subject` is the issue, `protocol` the key of how it will be processed,
    /// `minutes` what it is thought to need.
    record IssuePrepared(UUID subject, PersonId presenter, String protocol, int minutes) implements AgendaProposal {}
}
