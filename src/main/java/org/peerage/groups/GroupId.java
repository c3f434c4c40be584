package org.peerage.groups;

import java.util.UUID;

/// A confidential circle of leaders.
public record GroupId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
