package org.peerage.meetings;

import java.util.Optional;
import java.util.UUID;

/// One item on the agenda of one meeting.
public record ItemId(UUID value) {

    /// Empty: not the name of any item.
    public static Optional<ItemId> parse(String text) {
        try {
            return Optional.of(new ItemId(UUID.fromString(text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
