package org.peerage.selection;

import java.util.UUID;

/// Somebody who may join a group; also the id of the sealed words that say why.
public record ProspectId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
