package org.peerage.processing;

import java.util.UUID;

/// One time that something is worked on. Its module chooses it: for an issue, the item of the meeting.
public record ProcessingId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
