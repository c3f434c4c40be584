package org.peerage.commitments;

import org.peerage.issues.IssueId;
import org.peerage.issues.IssueOutcomes;
import org.springframework.stereotype.Component;

/// Tells issues whether they have led to a commitment (`S0.22`).
@Component
class IssueCommitments implements IssueOutcomes {

    private final CommitmentStore store;

    IssueCommitments(CommitmentStore store) {
        this.store = store;
    }

    @Override
    public boolean hasCommitment(IssueId issue) {
        return store.anyFor(issue.value());
    }
}
