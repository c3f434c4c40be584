package org.peerage.meetings.preparation;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.meetings.MeetingId;
import org.peerage.rooms.SealedView;
import org.peerage.rooms.TextKind;
import org.peerage.web.Link;
import org.peerage.web.Message;

/// What one member still has to prepare, at most fifteen minutes of it.
///
/// @param record where the update is kept, once one was shared
/// @param afterwards the meeting was held on paper, and what was told there is still taken
/// @param others what else may be prepared
/// @param words what was shared before in this format, to start from
record PreparePage(
        MeetingId meeting,
        UUID group,
        String groupName,
        Instant startsAt,
        ZoneId zone,
        String room,
        TextKind kind,
        List<UpdateFormat> formats,
        UpdateFormat chosen,
        @Nullable UUID record,
        int rev,
        @Nullable SealedView words,
        @Nullable Instant sharedAt,
        boolean open,
        boolean afterwards,
        List<Link> others,
        @Nullable Message wrong) {

    /// Reading the agenda takes a minute of it.
    private static final int AGENDA = 1;

    int left() {
        return AGENDA + (sharedAt == null ? chosen.minutes() : 0);
    }

    int done() {
        return sharedAt == null ? 0 : chosen.minutes();
    }

    int all() {
        return AGENDA + chosen.minutes();
    }

    boolean hasRoom() {
        return !room.isEmpty();
    }

    /// Drafts of each format are kept apart.
    UUID draftId() {
        return UUID.nameUUIDFromBytes((meeting + " " + chosen.key()).getBytes(StandardCharsets.UTF_8));
    }
}
