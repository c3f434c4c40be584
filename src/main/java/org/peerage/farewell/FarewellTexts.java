package org.peerage.farewell;

import java.util.List;
import java.util.Map;
import org.peerage.rooms.Audience;
import org.peerage.rooms.TextKind;
import org.peerage.rooms.TextKinds;
import org.peerage.web.Link;
import org.springframework.stereotype.Component;

/// What somebody who means to leave says to the chair alone.
@Component
class FarewellTexts implements TextKinds {

    static final TextKind FAREWELL = TextKind.once("farewell", Audience.only("chair"));

    @Override
    public List<TextKind> kinds() {
        return List.of(FAREWELL);
    }

    @Override
    public Map<String, Link> places() {
        return Map.of(FAREWELL.key(), Link.to("/groups/{group}/farewell", "farewell.place"));
    }
}
