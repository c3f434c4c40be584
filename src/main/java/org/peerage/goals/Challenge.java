package org.peerage.goals;

import java.util.UUID;
import org.peerage.rooms.TextKind;
import org.peerage.tenancy.PersonId;

/// That somebody has seen what does not fit a goal of another, without its words.
///
/// @param id of the sealed words as well
/// @param between for the two alone
/// @param heard by whoever has the goal
record Challenge(UUID id, UUID goal, PersonId by, PersonId asked, boolean between, boolean heard) {

    TextKind kind() {
        return between ? GoalTexts.CHALLENGE : GoalTexts.OPEN;
    }
}
