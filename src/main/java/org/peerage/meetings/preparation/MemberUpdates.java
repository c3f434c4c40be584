package org.peerage.meetings.preparation;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.peerage.groups.Circle;
import org.peerage.groups.GroupGuest;
import org.peerage.meetings.MeetingId;
import org.peerage.rooms.SealedView;
import org.peerage.rooms.TextKind;
import org.peerage.web.Panel;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// What a member has told the group from meeting to meeting, on their page.
@Component
@Order(4)
class MemberUpdates implements GroupGuest {

    private final PreparationStore preparations;
    private final UpdateFormats formats;

    MemberUpdates(PreparationStore preparations, UpdateFormats formats) {
        this.preparations = preparations;
        this.formats = formats;
    }

    /// @param kind of an update, whatever its format
    record Page(ZoneId zone, TextKind kind, List<Told> told) {

        /// By whose key they were signed, as the ledger knows them.
        String by() {
            return told.getFirst().words().author();
        }
    }

    record Told(MeetingId meeting, Instant startsAt, UpdateFormat format, SealedView words) {}

    @Override
    public List<Panel> of(Circle circle, Circle.Sitter member) {
        var told = preparations.told(circle.id(), member.id()).stream()
                .flatMap(one -> formats.of(one.format()).stream()
                        .map(format -> new Told(one.meeting(), one.startsAt(), format, one.words())))
                .toList();
        return told.isEmpty()
                ? List.of()
                : List.of(new Panel(
                        "meetings/preparation/told", Map.of("page", new Page(circle.zone(), formats.kind(), told))));
    }
}
