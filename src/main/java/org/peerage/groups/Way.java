package org.peerage.groups;

import org.peerage.web.Link;

/// A way from a group's page to one of a module's own, and under which head it stands.
public record Way(Shelf shelf, Link link) {

    public static Way to(Shelf shelf, String address, String key, Object... arguments) {
        return new Way(shelf, Link.to(address, key, arguments));
    }
}
