package org.peerage.meetings;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.GroupId;
import org.peerage.tenancy.PersonId;

/// What every page of one meeting wants to know of its frame: the group, its people, when and how long.
record Sitting(
        MeetingId id,
        GroupId group,
        String groupName,
        @Nullable String room,
        @Nullable PersonId chair,
        UUID date,
        Instant startsAt,
        ZoneId zone,
        int minutes,
        State state,
        long version,
        long n,
        String format,
        boolean approved,
        @Nullable PersonId deputy,
        @Nullable PersonId facilitator,
        @Nullable Instant led,
        @Nullable Instant liveSince,
        @Nullable Instant closedAt,
        @Nullable String closedHow,
        Map<PersonId, String> names,
        List<PersonId> members) {

    enum State {
        PLANNED,
        LIVE,
        CLOSED,
        CANCELLED
    }

    String nameOf(@Nullable PersonId person) {
        return person == null ? "" : names.getOrDefault(person, "");
    }

    boolean isOver() {
        return state == State.CLOSED || state == State.CANCELLED;
    }

    boolean isChair(PersonId person) {
        return person.equals(chair);
    }

    Decision.By by(PersonId person) {
        return new Decision.By(person, isChair(person));
    }
}
