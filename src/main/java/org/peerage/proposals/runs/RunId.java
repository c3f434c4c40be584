package org.peerage.proposals.runs;

import java.util.UUID;

/// One search for groups, as somebody asked for it.
public record RunId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
