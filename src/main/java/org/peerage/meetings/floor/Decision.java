package org.peerage.meetings.floor;

import java.time.Duration;
import org.peerage.tenancy.PersonId;
import org.peerage.web.Message;

/// What the rules say to an act.
sealed interface Decision {

    /// The meeting has begun, moved on, or changed hands; `after` is one version on.
    record Moved(Live after) implements Decision {}

    record Marked(Attendee attendee) implements Decision {}

    /// Somebody's turn is over, by their own word. What whoever leads has seen still holds.
    record Passed(Turn.Spoken turn) implements Decision {}

    record Ended(Live last) implements Decision {}

    record Refused(Refusal why) implements Decision {}

    /// The module of the item holds it open.
    record Held(Message why) implements Decision {}

    /// Whoever leads is asked first; what is not yet done would be left behind.
    record Asked(Message question) implements Decision {}

    /// Who acts, and whether they chair the group.
    ///
    /// @param grace how much later than the start nobody is late, as the group's charter says
    record By(PersonId person, boolean chair, Duration grace) {}
}
