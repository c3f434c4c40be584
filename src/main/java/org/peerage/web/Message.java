package org.peerage.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/// A sentence to be said: its key among the messages, and what it needs. Rules answer with one; the page says it.
public record Message(String key, List<Object> arguments) {

    public Message {
        arguments = List.copyOf(arguments);
    }

    /// An argument that is said as day, clock time and zone, in the language of whoever reads.
    public record Moment(Instant at, ZoneId zone) {}

    /// The same from one moment to another.
    public record Span(Instant from, Instant until, ZoneId zone) {}

    public static Message of(String key, Object... arguments) {
        return new Message(key, List.of(arguments));
    }

    public String in(Shell shell) {
        return shell.text(
                key,
                arguments.stream()
                        .map(argument -> switch (argument) {
                            case Moment(var at, var zone) -> shell.when(at, zone);
                            case Span(var from, var _, var zone) -> shell.when(from, zone);
                            case LocalDate day -> shell.day(day);
                            case Message inner -> inner.in(shell);
                            default -> argument;
                        })
                        .toArray());
    }
}
