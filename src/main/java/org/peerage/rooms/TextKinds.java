package org.peerage.rooms;

import java.util.List;
import java.util.Map;
import org.peerage.web.Link;

/// The sealed texts that a module brings, in one bean beside them. What nobody declares, a room does not take.
public interface TextKinds {

    List<TextKind> kinds();

    /// Where the words of each kind are found again by whoever looks for them: what the place is called, and its
    /// address, which the page fills in: `{group}`, `{id}` of the text, `{about}` what, `{person}` who wrote it,
    /// `{until}` when that was last added to. A kind without a place is found among everything in the room.
    default Map<String, Link> places() {
        return Map.of();
    }
}
