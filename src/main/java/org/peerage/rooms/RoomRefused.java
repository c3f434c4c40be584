package org.peerage.rooms;

/// An entry, key or text that the rules of the room do not allow. Undoes the act. The reason is a word for programs.
public final class RoomRefused extends RuntimeException {

    private final String reason;

    public RoomRefused(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }

    /// A lost race: somebody wrote first. Undoes the act; the browser reads the new head, signs again and tries again.
    static final class Behind extends RuntimeException {

        private final long seq;
        private final String hash;

        Behind(long seq, String hash) {
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
}
