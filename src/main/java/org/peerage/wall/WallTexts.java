package org.peerage.wall;

import java.util.List;
import java.util.Map;
import org.peerage.rooms.Audience;
import org.peerage.rooms.TextKind;
import org.peerage.rooms.TextKinds;
import org.peerage.web.Link;
import org.springframework.stereotype.Component;

/// What is said on a wall: to everybody in the room, or as a question to a few of them and in answer to it. The group's
/// own book is for everybody; what is written into it stays, and what was written later counts.
@Component
class WallTexts implements TextKinds {

    private static final Audience ASKED = Audience.only("asker", "asked", "asked", "asked");

    static final TextKind ENTRY = TextKind.once("wall-entry", Audience.room());
    static final TextKind REPLY = TextKind.once("wall-reply", Audience.room());
    static final TextKind QUESTION = TextKind.once("wall-question", ASKED);
    static final TextKind ANSWER = TextKind.once("wall-answer", ASKED);

    @Override
    public List<TextKind> kinds() {
        return List.of(
                ENTRY, REPLY, QUESTION, ANSWER, Chapter.PURPOSE.kind(), Chapter.PLAN.kind(), Chapter.NORMS.kind());
    }

    static TextKind of(Entry entry) {
        return entry.forSome() ? entry.begins() ? QUESTION : ANSWER : entry.begins() ? ENTRY : REPLY;
    }

    @Override
    public Map<String, Link> places() {
        var thread = Link.to("/groups/{group}/wall?before={until}#thread-{about}", "wall.place");
        var wall = Link.to("/groups/{group}/wall#thread-{about}", "wall.place");
        var book = Link.to("/groups/{group}/wall#book-title", "wall.book");
        return Map.of(
                ENTRY.key(), thread,
                REPLY.key(), thread,
                QUESTION.key(), wall,
                ANSWER.key(), wall,
                Chapter.PURPOSE.kind().key(), book,
                Chapter.PLAN.kind().key(), book,
                Chapter.NORMS.kind().key(), book);
    }
}
