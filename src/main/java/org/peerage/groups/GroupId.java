package org.peerage.groups;

import java.util.UUID;

/// A confidential circle of leaders.
public record GroupId(UUID value) {

    /// Of its page.
    public String address() {
        return "/groups/" + value;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
