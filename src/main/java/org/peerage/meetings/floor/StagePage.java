package org.peerage.meetings.floor;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peerage.meetings.ItemId;
import org.peerage.meetings.ItemKind;
import org.peerage.meetings.MeetingId;
import org.peerage.meetings.Presenter;
import org.peerage.web.Panel;

/// One item of a meeting for one member: its frame here, and in it the panel of the module that brought it.
///
/// @param n what the meeting was at when this was drawn, so that the page knows whether news came meanwhile
/// @param beside what other modules show below it
record StagePage(
        MeetingId meeting,
        long n,
        String groupName,
        ItemId item,
        ItemKind kind,
        Presenter presenter,
        boolean current,
        String room,
        @Nullable Panel panel,
        List<Panel> beside) {

    boolean hasRoom() {
        return !room.isEmpty();
    }
}
