package org.peerage.learnings;

import java.util.List;
import java.util.Map;
import org.peerage.rooms.Audience;
import org.peerage.rooms.TextKind;
import org.peerage.rooms.TextKinds;
import org.peerage.web.Link;
import org.springframework.stereotype.Component;

/// What somebody has learned: told to everybody in the room, or kept.
@Component
class LearningTexts implements TextKinds {

    static final TextKind TOLD = TextKind.once("learning", Audience.room());
    static final TextKind KEPT = TextKind.once("learning-kept", Audience.only("owner"));

    @Override
    public List<TextKind> kinds() {
        return List.of(TOLD, KEPT);
    }

    @Override
    public Map<String, Link> places() {
        var page = Link.to("/groups/{group}/learnings", "learnings.place");
        return Map.of(TOLD.key(), page, KEPT.key(), page);
    }
}
