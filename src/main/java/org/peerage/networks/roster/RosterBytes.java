package org.peerage.networks.roster;

/// A file as it came. Never changed, so it hands out its own array.
final class RosterBytes {

    private final byte[] bytes;

    RosterBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    byte[] bytes() {
        return bytes;
    }
}
