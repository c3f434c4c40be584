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
}
