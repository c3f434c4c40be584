package org.peerage.web;

import java.util.List;

/// A sentence to be said: its key among the messages, and what it needs. Rules answer with one; the page says it.
public record Message(String key, List<Object> arguments) {

    public Message {
        arguments = List.copyOf(arguments);
    }

    public static Message of(String key, Object... arguments) {
        return new Message(key, List.of(arguments));
    }

    public String in(Shell shell) {
        return shell.text(key, arguments.toArray());
    }
}
