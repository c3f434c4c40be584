package org.peerage.goals;

import java.util.List;
import java.util.Set;
import org.peerage.rooms.Audience;
import org.peerage.rooms.TextKind;
import org.peerage.rooms.TextKinds;
import org.springframework.stereotype.Component;

/// What is said of goals, to everybody in the room, and a challenge that may be for two alone.
@Component
class GoalTexts implements TextKinds {

    static final TextKind GOAL =
            new TextKind("goal", Set.of("text", "kind", "why", "stretch", "obstacle"), Audience.room(), true);
    static final TextKind OUTCOME = TextKind.once("goal-outcome", Audience.room());

    /// What somebody has seen that does not fit the goal, and what they ask: for the two, or for the room.
    static final TextKind CHALLENGE =
            new TextKind("challenge", Set.of("saw", "question"), Audience.only("challenger", "owner"), false);

    static final TextKind OPEN = new TextKind("challenge-open", Set.of("saw", "question"), Audience.room(), false);

    @Override
    public List<TextKind> kinds() {
        return List.of(GOAL, OUTCOME, CHALLENGE, OPEN);
    }
}
