package org.peerage.groups;

import java.util.List;
import java.util.Optional;
import org.peerage.web.Link;
import org.peerage.web.Message;
import org.peerage.web.Panel;

/// What a module has for whoever leads the group next, as whoever looks may see it.
///
/// @param none said where there is nothing
/// @param panel with what is sealed, instead of lines
/// @param to where all of it is
public record HandOver(Message title, Message none, List<Message> lines, Optional<Panel> panel, Link to) {

    public HandOver {
        lines = List.copyOf(lines);
    }

    /// Told by texts of the module that begin with `key`: `title` and `none`.
    public static HandOver of(String key, List<Message> lines, Link to) {
        return new HandOver(Message.of(key + "title"), Message.of(key + "none"), lines, Optional.empty(), to);
    }

    public static HandOver of(String key, Optional<Panel> panel, Link to) {
        return new HandOver(Message.of(key + "title"), Message.of(key + "none"), List.of(), panel, to);
    }
}
