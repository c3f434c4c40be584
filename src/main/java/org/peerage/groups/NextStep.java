package org.peerage.groups;

import java.util.Optional;
import org.peerage.web.Link;
import org.peerage.web.Message;

/// The one clear thing that whoever looks should do now, or wait for. Every module proposes its own; the most urgent is
/// shown, on the page of the group and on the first page alike.
///
/// @param to where it is done; empty where there is nothing to do but wait
public record NextStep(Urgency urgency, Message title, Message text, Optional<Link> to) {

    /// From what cannot wait to what is no step at all. What others wait for comes before what only oneself does.
    public enum Urgency {
        /// Somebody stands at the door of the room.
        DOOR,
        /// The group is meeting.
        LIVE,
        /// Something promised has come due.
        DUE,
        /// One's own way into the room.
        SEAT,
        /// A network or a group is being made.
        MAKING,
        /// The others cannot prepare before it is done.
        AGENDA,
        PREPARING,
        INVITING,
        DATES,
        /// It is somebody else's turn.
        WAITING,
        /// All is well.
        REST
    }

    public NextStep(Urgency urgency, Message title, Message text, Link to) {
        this(urgency, title, text, Optional.of(to));
    }
}
