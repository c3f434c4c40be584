package org.peerage.meetings.floor;

import org.peerage.tenancy.PersonId;
import org.peerage.web.Message;

/// What the rules say to an act.
sealed interface Decision {

    /// The meeting has begun, moved on, or changed hands; `after` is one version on.
    record Moved(Live after) implements Decision {}

    record Marked(Attendee attendee) implements Decision {}

    record Ended(Live last) implements Decision {}

    record Refused(Refusal why) implements Decision {}

    /// The module of the item holds it open.
    record Held(Message why) implements Decision {}

    /// Who acts, and whether they chair the group.
    record By(PersonId person, boolean chair) {}
}
