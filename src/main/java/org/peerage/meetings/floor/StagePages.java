package org.peerage.meetings.floor;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.peerage.meetings.ItemGuest;
import org.peerage.meetings.ItemId;
import org.peerage.meetings.ItemView;
import org.peerage.meetings.MeetingId;
import org.peerage.meetings.agenda.Agendas;
import org.peerage.meetings.items.ItemTypes;
import org.peerage.tenancy.Acting;
import org.peerage.web.NotFound;
import org.peerage.web.Panel;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Draws one item of a meeting for whoever acts, the current one or one that they browse to.
@Component
public class StagePages {

    private final MeetingStore meetings;
    private final Agendas agendas;
    private final ItemTypes types;
    private final ObjectProvider<ItemGuest> guests;
    private final Afterwards afterwards;

    StagePages(
            MeetingStore meetings,
            Agendas agendas,
            ItemTypes types,
            ObjectProvider<ItemGuest> guests,
            Afterwards afterwards) {
        this.meetings = meetings;
        this.agendas = agendas;
        this.types = types;
        this.guests = guests;
        this.afterwards = afterwards;
    }

    @Transactional(readOnly = true)
    StagePage of(MeetingId id, ItemId item) {
        var meeting = meetings.find(id).orElseThrow(NotFound::new);
        return agendas.items(meeting).stream()
                .filter(i -> i.id().equals(item))
                .findFirst()
                .map(i -> page(meeting, i))
                // Another format makes other items: a page that waited gets the item that the group is at.
                .or(() -> meeting.isOver() ? Optional.empty() : current(meeting))
                .orElseThrow(NotFound::new);
    }

    /// The item that the group is at; before the start, the first. A meeting that was called off has none.
    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    Optional<StagePage> current(ScheduledMeeting meeting) {
        var items = agendas.items(meeting);
        return items.stream()
                .filter(i -> i.state() == Item.State.CURRENT)
                .findFirst()
                .or(() -> items.stream().findFirst())
                .map(item -> page(meeting, item));
    }

    /// The same as a part of another page of this meeting, in its transaction.
    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    public Panel panel(ScheduledMeeting meeting, Item item) {
        return new Panel("meetings/floor/stage", Map.of("page", page(meeting, item)));
    }

    /// What a guest draws its part from, when a form of its own has been sent.
    @Transactional(readOnly = true)
    public Optional<ItemView> view(ItemId item) {
        return meetings.meetingOf(item)
                .flatMap(meetings::find)
                .flatMap(meeting -> meetings.items(meeting.id()).stream()
                        .filter(i -> i.id().equals(item))
                        .findFirst()
                        .map(i -> view(meeting, i)));
    }

    private StagePage page(ScheduledMeeting meeting, Item item) {
        var view = view(meeting, item);
        return new StagePage(
                meeting.id(),
                meeting.n(),
                meeting.groupName(),
                item.id(),
                item.kind(),
                meeting.presenter(item.presenter()),
                item.state() == Item.State.CURRENT,
                meeting.room(),
                types.stage(view).orElse(null),
                guests.orderedStream()
                        .flatMap(guest -> guest.beside(view).stream())
                        .toList());
    }

    private ItemView view(ScheduledMeeting meeting, Item item) {
        var written = afterwards.takesWords(meeting);
        return new ItemView(
                item.id(),
                item.kind(),
                meeting.id(),
                meeting.group(),
                meeting.room(),
                meeting.zone(),
                item.subject(),
                item.presenter(),
                item.protocol(),
                written && meeting.isPreparedBy(Acting.me()) ? Acting.me() : meeting.facilitator(),
                item.state() == Item.State.CURRENT,
                meeting.state() == ScheduledMeeting.State.LIVE,
                written,
                meeting.isOver(),
                Objects.requireNonNullElse(meeting.liveSince(), meeting.startsAt()),
                item.countdown() instanceof Countdown.Running running ? running.endsAt() : null);
    }
}
