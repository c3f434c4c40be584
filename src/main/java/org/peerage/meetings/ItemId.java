package org.peerage.meetings;

import java.util.UUID;

/// One item on the agenda of one meeting.
public record ItemId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
