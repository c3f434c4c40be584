package org.peerage.issues;

import java.util.List;
import java.util.Set;
import org.peerage.rooms.Audience;
import org.peerage.rooms.TextKind;
import org.peerage.rooms.TextKinds;
import org.springframework.stereotype.Component;

/// What a presenter says of an issue before the meeting; what is written while it is worked on, its captures say.
@Component
class IssueTexts implements TextKinds {

    static final TextKind STATED =
            new TextKind("issue", Set.of("title", "facts", "dilemma", "choice", "tried", "ask"), Audience.room(), true);

    @Override
    public List<TextKind> kinds() {
        return List.of(STATED);
    }
}
