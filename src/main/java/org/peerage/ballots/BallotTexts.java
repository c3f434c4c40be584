package org.peerage.ballots;

import java.util.List;
import java.util.Map;
import org.peerage.rooms.Audience;
import org.peerage.rooms.TextKind;
import org.peerage.rooms.TextKinds;
import org.peerage.web.Link;
import org.springframework.stereotype.Component;

/// A question in somebody's own words.
@Component
class BallotTexts implements TextKinds {

    static final TextKind QUESTION = TextKind.once("ballot", Audience.room());

    @Override
    public List<TextKind> kinds() {
        return List.of(QUESTION);
    }

    @Override
    public Map<String, Link> places() {
        return Map.of(QUESTION.key(), Link.to("/groups/{group}/ballots/{id}", "ballots.place"));
    }
}
