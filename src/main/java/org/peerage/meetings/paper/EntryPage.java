package org.peerage.meetings.paper;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.meetings.ItemKind;
import org.peerage.meetings.MeetingId;
import org.peerage.meetings.Presenter;
import org.peerage.web.Message;

/// What is asked of a meeting that was held without screens.
///
/// @param from,to as the two fields of the form have them, in the group's zone
/// @param refused why nothing has changed or can be entered
/// @param open it can be entered now, or put right
/// @param again it was entered before
record EntryPage(
        MeetingId meeting,
        String groupName,
        Instant startsAt,
        ZoneId zone,
        long version,
        String seen,
        String from,
        String to,
        List<Person> people,
        List<Row> rows,
        @Nullable Message refused,
        boolean open,
        boolean again) {

    /// @param page where the group finds what it knows of them
    /// @param fixed they had marked themselves as here
    record Person(UUID id, String name, String page, boolean there, boolean late, boolean fixed) {}

    record Row(int position, ItemKind kind, Presenter presenter, boolean reached) {}
}
