package org.peerage.meetings;

import java.util.Optional;
import java.util.UUID;
import org.peerage.live.Topic;

/// A meeting of a group on one of its dates.
public record MeetingId(UUID value) {

    /// What everybody in the meeting follows.
    public Topic topic() {
        return new Topic("meetings", value);
    }

    /// Of its page: what is ahead, and once it is over its record.
    public String address() {
        return "/meetings/" + value;
    }

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
