package org.peerage.learnings;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.GroupId;
import org.peerage.rooms.TextKind;
import org.peerage.tenancy.PersonId;

/// A learning without its words.
///
/// @param id of the sealed words as well
/// @param meeting and the item of it at whose end it was written; none between two meetings
/// @param from whom it was learned, if from somebody here
/// @param kept for its writer alone
/// @param commitment that it has become one
record Learning(
        UUID id,
        GroupId group,
        PersonId by,
        @Nullable UUID meeting,
        @Nullable UUID item,
        @Nullable PersonId from,
        @Nullable UUID goal,
        boolean kept,
        Instant at,
        boolean commitment) {

    /// What its words are about: the meeting, whose record names all that was told, or nothing but itself.
    UUID about() {
        return meeting == null ? id : meeting;
    }

    TextKind kind() {
        return kept ? LearningTexts.KEPT : LearningTexts.TOLD;
    }

    boolean isOf(PersonId person) {
        return by.equals(person);
    }
}
