package org.peerage.networks;

import java.util.UUID;

/// A set of groups with one purpose, and the directory of its leaders.
public record NetworkId(UUID value) {

    /// Of its page.
    public String address() {
        return "/networks/" + value;
    }

    /// Of the page on which one of its people changes what the directory says of them.
    public String profile() {
        return address() + "/profile";
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
