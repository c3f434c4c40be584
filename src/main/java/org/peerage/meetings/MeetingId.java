package org.peerage.meetings;

import java.util.Optional;
import java.util.UUID;

/// A meeting of a group on one of its dates.
public record MeetingId(UUID value) {

    /// Empty: not the name of any meeting.
    public static Optional<MeetingId> parse(String text) {
        try {
            return Optional.of(new MeetingId(UUID.fromString(text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
