package org.peerage.commitments;

import org.peerage.issues.IssueId;
import org.peerage.issues.IssueOutcomes;
import org.springframework.stereotype.Component;

/// Tells issues whether they have led to a promise (`S0.22`).
@Component
class IssuePromises implements IssueOutcomes {

    private final CommitmentStore store;

    IssuePromises(CommitmentStore store) {
        this.store = store;
    }

    @Override
    public boolean hasCommitment(IssueId issue) {
        return store.anyFor(issue.value());
    }
}
