package org.peerage.meetings.floor;

import org.peerage.web.Message;

/// What became of an act in a meeting.
sealed interface Answer {

    /// Done now, or already when the same request came before.
    record Done() implements Answer {}

    record Refused(Message why) implements Answer {}

    /// Nothing yet: whoever leads says first whether to go on all the same.
    record Asked(Message question) implements Answer {}
}
