package org.peerage.meetings;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.GroupId;
import org.peerage.tenancy.PersonId;

/// One item as the module that brings it needs it to draw its part of the stage.
///
/// @param current the group is at this item now; else somebody looks at it before or after
/// @param live the meeting is going on
/// @param afterwards it was held on paper, and whoever looks was there and may still write down what belongs to it
/// @param over the meeting has ended or was called off: nothing can be added any more
/// @param since when the meeting began; before that, when it is to begin
/// @param endsAt when the item's time is over, while its clock runs
/// @param facilitator who leads or led it; after a meeting on paper whoever looks, if they may lead it
/// @param room the group's room, or empty while it has none
public record ItemView(
        ItemId item,
        ItemKind kind,
        MeetingId meeting,
        GroupId group,
        String room,
        ZoneId zone,
        @Nullable UUID subject,
        @Nullable PersonId presenter,
        @Nullable String way,
        @Nullable PersonId facilitator,
        boolean current,
        boolean live,
        boolean afterwards,
        boolean over,
        Instant since,
        @Nullable Instant endsAt) {

    public boolean isLedBy(PersonId person) {
        return isWritten() && person.equals(facilitator);
    }

    /// Whoever looks may write down what is said, or was said on paper.
    public boolean isWritten() {
        return live || afterwards;
    }

    public boolean hasRoom() {
        return !room.isEmpty();
    }
}
