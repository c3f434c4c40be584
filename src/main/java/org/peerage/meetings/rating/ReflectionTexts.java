package org.peerage.meetings.rating;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.peerage.rooms.Audience;
import org.peerage.rooms.TextKind;
import org.peerage.rooms.TextKinds;
import org.peerage.web.Link;
import org.springframework.stereotype.Component;

/// The word that may go with a rating.
@Component
class ReflectionTexts implements TextKinds {

    static final TextKind REFLECTION = new TextKind("reflection", Set.of("plus", "delta"), Audience.room(), false);

    @Override
    public List<TextKind> kinds() {
        return List.of(REFLECTION);
    }

    @Override
    public Map<String, Link> places() {
        return Map.of(REFLECTION.key(), Link.to("/meetings/{about}", "meetings.place.reflection"));
    }
}
