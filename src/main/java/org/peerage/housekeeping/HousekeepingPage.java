package org.peerage.housekeeping;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.Circle;
import org.peerage.meetings.ItemView;
import org.peerage.meetings.MeetingId;
import org.peerage.rooms.SealedView;
import org.peerage.tenancy.PersonId;

/// What the stage shows at housekeeping, or the record of a meeting afterwards.
///
/// @param records the ids that the next line of each sort by whoever looks will have; empty where none can be written
/// @param next when the group meets next, if that is set
record HousekeepingPage(
        Circle circle,
        ItemView item,
        List<Line> lines,
        Map<Sort, UUID> records,
        @Nullable Instant next) {

    record Line(Sort sort, PersonId person, String by, String page, SealedView words) {}

    /// Of one member, on their page.
    record Given(Sort sort, MeetingId meeting, LocalDate day, SealedView words) {}

    List<Line> of(Sort sort) {
        return lines.stream().filter(line -> line.sort() == sort).toList();
    }

    String room() {
        return circle.openRoom().value();
    }
}
