package org.peerage.proposals;

import java.util.UUID;

/// Groups that were found and that people change and accept.
public record ProposalId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
