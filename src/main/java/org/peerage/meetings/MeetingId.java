package org.peerage.meetings;

import java.util.UUID;

/// A meeting of a group on one of its dates.
public record MeetingId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
