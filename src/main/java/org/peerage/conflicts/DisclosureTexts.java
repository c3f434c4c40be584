package org.peerage.conflicts;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.peerage.rooms.Audience;
import org.peerage.rooms.TextKind;
import org.peerage.rooms.TextKinds;
import org.peerage.web.Link;
import org.springframework.stereotype.Component;

/// What is disclosed: with whom and of what kind, and what there is to it. Said once; what has changed is said anew.
@Component
class DisclosureTexts implements TextKinds {

    static final TextKind CHAIR =
            new TextKind("conflict-to-chair", Set.of("with", "text"), Audience.only("chair"), false);
    static final TextKind GROUP = new TextKind("conflict", Set.of("with", "text"), Audience.room(), false);

    @Override
    public List<TextKind> kinds() {
        return List.of(CHAIR, GROUP);
    }

    @Override
    public Map<String, Link> places() {
        var place = Link.to("/groups/{group}/conflicts", "conflicts.place");
        return Map.of(CHAIR.key(), place, GROUP.key(), place);
    }
}
