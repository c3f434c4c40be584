package org.peerage.selection;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.peerage.rooms.Audience;
import org.peerage.rooms.TextKind;
import org.peerage.rooms.TextKinds;
import org.peerage.web.Link;
import org.springframework.stereotype.Component;

/// What members think of a prospect. A scorecard is for the chair, who is not on the panel, and for its writer: nobody
/// on the panel can read another's before giving theirs, whatever the page or the server does.
@Component
class SelectionTexts implements TextKinds {

    static final TextKind WHY = TextKind.once("prospect", Audience.room());
    static final TextKind NOTE = TextKind.once("prospect-note", Audience.room());

    /// What a panel looks at, each from one to four.
    static final List<String> CRITERIA = List.of("fits", "brings", "candid", "committed");

    static final TextKind SCORECARD = new TextKind(
            "scorecard",
            Set.of("fits", "brings", "candid", "committed", "reason"),
            Audience.only("chair", "writer"),
            false);

    @Override
    public List<TextKind> kinds() {
        return List.of(WHY, NOTE, SCORECARD);
    }

    @Override
    public Map<String, Link> places() {
        var prospect = Link.to("/groups/{group}/prospects/{about}", "selection.place");
        return Map.of(WHY.key(), prospect, NOTE.key(), prospect, SCORECARD.key(), prospect);
    }
}
