package org.peerage.coaching;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.peerage.rooms.Audience;
import org.peerage.rooms.TextKind;
import org.peerage.rooms.TextKinds;
import org.peerage.web.Link;
import org.springframework.stereotype.Component;

/// A presenter's answers, for the coach or for the room, and what the two say to each other.
@Component
class CoachTexts implements TextKinds {

    /// In the order in which they are asked.
    static final List<String> QUESTIONS = List.of("core", "aim", "story", "weight", "tried", "came", "ways", "wish");

    static final TextKind ROOM = new TextKind("issue-answers", Set.copyOf(QUESTIONS), Audience.room(), false);
    static final TextKind COACH =
            new TextKind("issue-answers-coach", Set.copyOf(QUESTIONS), Audience.only("presenter", "coach"), false);
    static final TextKind WORD = TextKind.once("coach-word", Audience.only("presenter", "coach"));

    @Override
    public List<TextKind> kinds() {
        return List.of(ROOM, COACH, WORD);
    }

    @Override
    public Map<String, Link> places() {
        var page = Link.to("/groups/{group}/issues/{about}", "coaching.place");
        return Map.of(ROOM.key(), page, COACH.key(), page, WORD.key(), page);
    }
}
