package org.peerage.doors.hooks;

import java.util.Arrays;
import java.util.Optional;

/// What a hook may be told of.
enum HookEvent {
    DATE_SET("date.set"),
    DATE_MOVED("date.moved"),
    DATE_CANCELLED("date.cancelled"),
    MEETING_CLOSED("meeting.closed"),
    SEAT_TAKEN("seat.taken"),
    MEMBER_LEFT("member.left");

    /// Sent by the button, to every hook.
    static final String TEST = "test";

    private final String word;

    HookEvent(String word) {
        this.word = word;
    }

    static Optional<HookEvent> of(String word) {
        return Arrays.stream(values()).filter(event -> event.word.equals(word)).findFirst();
    }

    /// As it stands in a body, in the database and in the description of the API.
    String word() {
        return word;
    }

    /// Of the sentence that says it.
    String key() {
        return key(word);
    }

    static String key(String word) {
        return "doors.hooks.event." + word;
    }
}
