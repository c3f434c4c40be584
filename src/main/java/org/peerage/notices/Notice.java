package org.peerage.notices;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/// A fact to be told.
///
/// @param subject what it is about: one notice of a kind and a subject to each person
/// @param circle whoever leaves it has no notice about it any more
/// @param address where one does something about it, or sees it
/// @param facts texts, days and moments of the lobby that fill the sentence
/// @param from when it is to be told; a promise is not due today
/// @param until after which it has nothing to say
public record Notice(
        NoticeKind kind, UUID subject, UUID circle, String address, List<Object> facts, Instant from, Instant until) {

    public Notice {
        facts = List.copyOf(facts);
    }

    public static Notice of(NoticeKind kind, UUID subject, UUID circle, String address, Object... facts) {
        return new Notice(kind, subject, circle, address, List.of(facts), Instant.EPOCH, Instant.MAX);
    }

    /// As finely as the database keeps it: rounded up, what is told now would be for later.
    public Notice from(Instant moment) {
        return new Notice(kind, subject, circle, address, facts, moment.truncatedTo(ChronoUnit.MICROS), until);
    }

    public Notice until(Instant moment) {
        return new Notice(kind, subject, circle, address, facts, from, moment);
    }
}
