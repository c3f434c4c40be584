package org.peerage.rooms;

import java.util.regex.Pattern;

/// A room, named by the hash of the first entry of its ledger.
public record RoomId(String value) {

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{43}");

    public RoomId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("not a room id");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
