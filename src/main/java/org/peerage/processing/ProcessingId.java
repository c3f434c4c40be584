package org.peerage.processing;

import java.util.UUID;

/// One time that something is worked on. Its module chooses it: for an issue, the item of the meeting.
public record ProcessingId(UUID value) {

    /// Where its stage is, and what is done there begins.
    public String address() {
        return "/processing/" + value;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
