package org.peerage.mail;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
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

    /// Filled into the subject and the body.
    List<String> facts();

    /// After this moment the letter has nothing to say any more and is not sent.
    Instant worthUntil();

    /// Whether the body holds something that opens a door. It is not kept once the letter has gone out or given way.
    default boolean fleeting() {
        return false;
    }

    default Optional<CalendarPart> calendar(Mailbox recipient, Mailbox sender) {
        return Optional.empty();
    }
}
