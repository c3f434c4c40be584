package org.peerage.commitments;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.peerage.rooms.Audience;
import org.peerage.rooms.TextKind;
import org.peerage.rooms.TextKinds;
import org.peerage.web.Link;
import org.springframework.stereotype.Component;

/// What is said about commitments. What got in the way is for whoever missed it and their witness.
@Component
class CommitmentTexts implements TextKinds {

    static final TextKind COMMITMENT = TextKind.once("commitment", Audience.room());
    static final TextKind OUTCOME = TextKind.once("commitment-outcome", Audience.room());
    static final TextKind MOVED = TextKind.once("commitment-moved", Audience.room());
    static final TextKind MISSED =
            new TextKind("commitment-missed", Set.of("hindrance", "help"), Audience.only("owner", "witness"), false);

    /// What goes with an act on a commitment, as the form names it.
    static TextKind told(String act) {
        return switch (act) {
            case "done" -> OUTCOME;
            case "move" -> MOVED;
            case "missed" -> MISSED;
            default -> throw new IllegalArgumentException("nothing is told by " + act);
        };
    }

    @Override
    public List<TextKind> kinds() {
        return List.of(COMMITMENT, OUTCOME, MOVED, MISSED);
    }

    @Override
    public Map<String, Link> places() {
        var theirs = Link.to("/groups/{group}/members/{person}", "commitments.place");
        var all = Link.to("/groups/{group}/commitments", "commitments.place");
        return Map.of(COMMITMENT.key(), theirs, OUTCOME.key(), theirs, MOVED.key(), all, MISSED.key(), all);
    }
}
