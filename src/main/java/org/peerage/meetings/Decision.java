package org.peerage.meetings;

import org.peerage.tenancy.PersonId;

/// What the rules say to an act.
sealed interface Decision {

    /// The meeting has begun, moved on, or changed hands; `after` is one version on.
    record Moved(Live after) implements Decision {}

    record Marked(Attendee attendee) implements Decision {}

    record Ended(Live last) implements Decision {}

    record Refused(Refusal why) implements Decision {}

    /// Another module holds the item open; `key` is its sentence.
    record Held(String key) implements Decision {}

    /// Who acts, and whether they chair the group.
    record By(PersonId person, boolean chair) {}
}
