package org.peerage.groups;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.peerage.web.Link;
import org.peerage.web.Message;
import org.peerage.web.Panel;

/// The one clear thing that whoever looks should do now, or wait for. Every module proposes its own; the most urgent is
/// shown, on the page of the group and on the first page alike.
///
/// @param to where it is done; empty where there is nothing to do but wait
/// @param here what does it on the page of the group itself, instead of the way there
public record NextStep(Urgency urgency, Message title, Message text, Optional<Link> to, Optional<Panel> here) {

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
        /// Somebody has said something and waits to be heard.
        HEARING,
        INVITING,
        DATES,
        /// More people would make the group whole.
        GROWING,
        /// It is somebody else's turn.
        WAITING,
        /// All is well.
        REST
    }

    /// A step of this urgency, told by the texts of the module that proposes it.
    ///
    /// @param key the beginning of its texts' keys: `title`, `text`, and `do` where there is a way
    /// @param arguments what the texts need
    public static NextStep waiting(Urgency urgency, String key, Object... arguments) {
        return new NextStep(
                urgency,
                Message.of(key + "title", arguments),
                Message.of(key + "text", arguments),
                Optional.empty(),
                Optional.empty());
    }

    /// The same, and done at an address.
    public static NextStep to(String address, Urgency urgency, String key, Object... arguments) {
        var step = waiting(urgency, key, arguments);
        return new NextStep(
                urgency, step.title, step.text, Optional.of(Link.to(address, key + "do", arguments)), step.here);
    }

    public NextStep doneBy(Panel panel) {
        return new NextStep(urgency, title, text, to, Optional.of(panel));
    }

    /// The first among equals.
    public static Optional<NextStep> mostUrgent(Stream<NextStep> steps) {
        return steps.min(Comparator.comparing(NextStep::urgency));
    }
}
