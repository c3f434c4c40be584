package org.peerage.meetings.paper;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peerage.meetings.ItemKind;
import org.peerage.meetings.MeetingId;
import org.peerage.web.Panel;

/// @param leads the name of whoever leads
/// @param people everybody in the room, by name
record PaperPage(
        MeetingId meeting,
        String groupName,
        String room,
        Instant startsAt,
        ZoneId zone,
        String leads,
        List<String> people,
        List<Row> rows) {

    /// @param panel what the module that brings the item has for paper
    record Row(
            ItemKind kind,
            Instant startsAt,
            int minutes,
            String presenter,
            @Nullable Panel panel) {}

    /// In which each is heard in turn: a column of the sheet on which whoever leads ticks them off.
    List<Row> rounds() {
        return rows.stream().filter(row -> row.kind().round()).toList();
    }

    Instant end() {
        return rows.isEmpty()
                ? startsAt
                : rows.getLast().startsAt().plusSeconds(60L * rows.getLast().minutes());
    }
}
