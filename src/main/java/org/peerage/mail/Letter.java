package org.peerage.mail;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.peerage.tenancy.PersonId;

/// One typed letter to one person, implemented by a record per type. It may name a group, a date, a link: what any
/// provider of mail may read. Subject and body are message keys, so that no letter is written in code.
public interface Letter {

    /// The type, for example `scheduling.invitation`: subject and body are found under `<kind>.subject` and
    /// `<kind>.body`.
    String kind();

    /// Unique per letter. Posting the same key again does nothing.
    String key();

    /// What the letter is about, for example `date/<id>`. A newer letter to the same person on the same thread takes
    /// the place of one that still waits.
    String thread();

    PersonId to();

    String toName();

    /// Filled into the subject and the body: texts, days, and moments that are said by the reader's clock.
    List<?> facts();

    /// By which somebody has none of these; empty for what everybody has to hear, as of their own keys.
    default Optional<LetterKind> switchable() {
        return Optional.empty();
    }

    /// After this moment the letter has nothing to say any more and is not sent.
    Instant worthUntil();

    /// Whether the body holds something that opens a door. It is not kept once the letter has gone out or given way.
    default boolean fleeting() {
        return false;
    }

    /// What its reader may do by a link in it, without signing in.
    ///
    /// @param key of the [LinkedAct]
    record Act(String key, UUID subject) {}

    default Optional<Act> act() {
        return Optional.empty();
    }

    /// In the language of its reader.
    default Optional<CalendarPart> calendar(Mailbox recipient, Mailbox sender, Locale language) {
        return Optional.empty();
    }
}
