package org.peerage.meetings.paper;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peerage.meetings.ItemId;
import org.peerage.meetings.ItemKind;
import org.peerage.meetings.MeetingId;
import org.peerage.meetings.Presenter;
import org.peerage.web.Panel;

/// Where those who were at a meeting on paper write down what they wrote there.
///
/// @param until words are taken, at most; absent where they are not taken of whoever looks
/// @param corrects whoever looks may put right who was there
/// @param rows what the group came to and has words for, in the order of the meeting
/// @param stage of the item that was chosen, as the live meeting shows it
record WrittenPage(
        MeetingId meeting,
        String groupName,
        Instant startsAt,
        ZoneId zone,
        String room,
        @Nullable Instant until,
        boolean corrects,
        List<Row> rows,
        @Nullable Panel stage) {

    record Row(ItemId item, ItemKind kind, Presenter presenter, boolean current) {}

    boolean hasRoom() {
        return !room.isEmpty();
    }
}
