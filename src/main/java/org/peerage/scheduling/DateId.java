package org.peerage.scheduling;

import java.util.UUID;

/// One date on which a group meets.
public record DateId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
