package org.peerage.rooms;

import java.util.List;

/// The sealed texts that a module brings, in one bean beside them. What nobody declares, a room does not take.
public interface TextKinds {

    List<TextKind> kinds();
}
