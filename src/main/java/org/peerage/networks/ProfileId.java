package org.peerage.networks;

import java.util.UUID;

/// A leader in a network's directory, whether or not somebody has taken the seat yet.
public record ProfileId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
