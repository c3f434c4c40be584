package org.peerage.meetings.paper;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.peerage.groups.Circle;
import org.peerage.meetings.MeetingId;
import org.peerage.meetings.OnPaper;
import org.peerage.meetings.agenda.Agendas;
import org.peerage.meetings.floor.MeetingStore;
import org.peerage.meetings.floor.ScheduledMeeting;
import org.peerage.meetings.items.ItemTypes;
import org.peerage.rooms.RoomId;
import org.peerage.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Draws a meeting for paper, as its agenda stands, for those who sit in the group.
@Component
class PaperPages {

    private final MeetingStore meetings;
    private final Agendas agendas;
    private final ItemTypes types;

    PaperPages(MeetingStore meetings, Agendas agendas, ItemTypes types) {
        this.meetings = meetings;
        this.agendas = agendas;
        this.types = types;
    }

    @Transactional(readOnly = true)
    PaperPage of(MeetingId id) {
        var meeting = meetings.find(id)
                .filter(found -> found.circle().mine() && found.circle().room().isPresent())
                .orElseThrow(NotFound::new);
        var circle = meeting.circle();
        return new PaperPage(
                id,
                meeting.groupName(),
                circle.room().map(RoomId::value).orElse(""),
                meeting.startsAt(),
                meeting.zone(),
                Optional.ofNullable(meeting.facilitator())
                        .or(() -> Optional.ofNullable(meeting.deputy()))
                        .or(circle::chair)
                        .map(circle::nameOf)
                        .orElse(""),
                circle.inRoom().stream().map(Circle.Sitter::name).toList(),
                rows(meeting));
    }

    private List<PaperPage.Row> rows(ScheduledMeeting meeting) {
        var rows = new ArrayList<PaperPage.Row>();
        var clock = meeting.startsAt();
        for (var item : agendas.items(meeting)) {
            var presenter = item.presenter();
            var asked = new OnPaper(meeting.circle(), meeting.startsAt(), item.subject(), presenter, item.protocol());
            rows.add(new PaperPage.Row(
                    item.kind(),
                    clock,
                    item.minutes(),
                    presenter == null ? "" : meeting.nameOf(presenter),
                    types.of(item.kind()).flatMap(type -> type.paper(asked)).orElse(null)));
            clock = clock.plus(Duration.ofMinutes(item.minutes()));
        }
        return rows;
    }
}
