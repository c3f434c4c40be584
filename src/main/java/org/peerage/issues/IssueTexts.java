package org.peerage.issues;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.peerage.processing.SubjectKind.Text;
import org.peerage.rooms.Audience;
import org.peerage.rooms.TextKind;
import org.peerage.rooms.TextKinds;
import org.peerage.web.Link;
import org.springframework.stereotype.Component;

/// What a presenter says of an issue before the meeting, and what is written while it is worked on; the latter is
/// declared with everything that is captured so.
@Component
class IssueTexts implements TextKinds {

    static final TextKind STATED =
            new TextKind("issue", Set.of("title", "facts", "dilemma", "choice", "tried", "ask"), Audience.room(), true);

    /// Whether it has helped, as its presenter says a month and three months later.
    static final TextKind HELPED = TextKind.once("issue-helped", Audience.room());

    static final Text REAL = new Text("issue-real", false, false);
    static final Text NO_ACTION = new Text("issue-no-action", false, false);
    static final Text NOTE = new Text("issue-note", true, true);

    @Override
    public List<TextKind> kinds() {
        return List.of(STATED, HELPED);
    }

    @Override
    public Map<String, Link> places() {
        var page = Link.to("/groups/{group}/issues/{about}", "issues.place");
        return Map.of(
                STATED.key(), page, HELPED.key(), page, REAL.kind(), page, NO_ACTION.kind(), page, NOTE.kind(), page);
    }
}
