package org.peerage.rooms;

/// A lost race: somebody wrote first. Undoes the act; the browser reads the new head, signs again and tries again.
public final class RoomBehind extends RuntimeException {

    private final long seq;
    private final String hash;

    RoomBehind(long seq, String hash) {
        super("the ledger stands at " + seq, null, false, false);
        this.seq = seq;
        this.hash = hash;
    }

    long seq() {
        return seq;
    }

    String hash() {
        return hash;
    }
}
