package org.peerage.tenancy;

import java.util.UUID;

/// A human being who can act here. One id per person over all networks and groups.
public record PersonId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
