package org.peerage.meetings;

import org.peerage.web.Message;

/// Why an item is on the agenda and has these minutes: a message, and the one number that it needs. Both are kept with
/// the agenda, so nothing else can be said.
public record Reason(String key, long number) {

    public static Reason of(String key) {
        return new Reason(key, 0);
    }

    public Message message() {
        return Message.of(key, number);
    }
}
