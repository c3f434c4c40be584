package org.peerage.ballots;

import java.util.UUID;

/// Identifies a ballot.
public record BallotId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
