package org.peerage.commitments;

import java.util.UUID;

/// One commitment; also the id of the sealed record that holds its words.
public record CommitmentId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
