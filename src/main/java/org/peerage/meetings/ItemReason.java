package org.peerage.meetings;

import org.peerage.web.Message;

/// Why an item is on the agenda and has these minutes: a message, and the one number that it needs. Both are kept with
/// the agenda, so nothing else can be said.
public record ItemReason(String key, long number) {

    public static ItemReason of(String key) {
        return new ItemReason(key, 0);
    }

    public Message message() {
        return Message.of(key, number);
    }
}
