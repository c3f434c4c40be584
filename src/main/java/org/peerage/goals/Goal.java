package org.peerage.goals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.GroupId;
import org.peerage.rooms.RoomId;
import org.peerage.tenancy.PersonId;

/// A goal without its words.
///
/// @param id of the sealed words as well
/// @param by the day by which its owner wants to be there
/// @param said when its owner last said how it stands
/// @param outcome the sealed line on what changed, if there is one
record Goal(
        UUID id,
        GroupId group,
        RoomId room,
        PersonId owner,
        LocalDate by,
        State state,
        Course course,
        @Nullable Instant said,
        @Nullable Instant closedAt,
        @Nullable UUID outcome) {

    /// It ends once; what was let go may be set anew as another.
    enum State {
        OPEN,
        REACHED,
        LET_GO;

        String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static State of(String key) {
            return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /// How its owner sees it stand.
    enum Course {
        UNSAID,
        ON,
        OFF;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    boolean isOpen() {
        return state == State.OPEN;
    }

    boolean isOf(PersonId person) {
        return owner.equals(person);
    }
}
