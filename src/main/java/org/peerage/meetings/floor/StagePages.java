package org.peerage.meetings.floor;

import java.util.Objects;
import java.util.Optional;
import org.peerage.meetings.ItemId;
import org.peerage.meetings.ItemView;
import org.peerage.meetings.MeetingId;
import org.peerage.meetings.agenda.Agendas;
import org.peerage.meetings.items.ItemTypes;
import org.peerage.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Draws one item of a meeting for whoever acts, the current one or one that they browse to.
@Component
public class StagePages {

    private final MeetingStore meetings;
    private final Agendas agendas;
    private final ItemTypes types;

    StagePages(MeetingStore meetings, Agendas agendas, ItemTypes types) {
        this.meetings = meetings;
        this.agendas = agendas;
        this.types = types;
    }

    @Transactional(readOnly = true)
    StagePage of(MeetingId id, ItemId item) {
        var sitting = meetings.find(id).orElseThrow(NotFound::new);
        return agendas.items(sitting).stream()
                .filter(i -> i.id().equals(item))
                .findFirst()
                .map(i -> page(sitting, i))
                // Another format makes other items: a page that waited gets the item that the group is at.
                .or(() -> sitting.isOver() ? Optional.empty() : current(sitting))
                .orElseThrow(NotFound::new);
    }

    /// The item that the group is at; before the start, the first. A meeting that was called off has none.
    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    Optional<StagePage> current(ScheduledMeeting sitting) {
        var items = agendas.items(sitting);
        return items.stream()
                .filter(i -> i.state() == Item.State.CURRENT)
                .findFirst()
                .or(() -> items.stream().findFirst())
                .map(item -> page(sitting, item));
    }

    /// What a guest draws its part from, when a form of its own has been sent.
    @Transactional(readOnly = true)
    public Optional<ItemView> view(ItemId item) {
        return meetings.meetingOf(item)
                .flatMap(meetings::find)
                .flatMap(sitting -> meetings.items(sitting.id()).stream()
                        .filter(i -> i.id().equals(item))
                        .findFirst()
                        .map(i -> view(sitting, i)));
    }

    private StagePage page(ScheduledMeeting sitting, Item item) {
        return new StagePage(
                sitting.id(),
                sitting.groupName(),
                item.id(),
                item.kind(),
                sitting.nameOf(item.presenter()),
                item.state() == Item.State.CURRENT,
                sitting.room(),
                types.stage(view(sitting, item)).orElse(null));
    }

    private static ItemView view(ScheduledMeeting sitting, Item item) {
        return new ItemView(
                item.id(),
                item.kind(),
                sitting.id(),
                sitting.group(),
                sitting.room(),
                sitting.zone(),
                item.subject(),
                item.presenter(),
                item.protocol(),
                sitting.facilitator(),
                item.state() == Item.State.CURRENT,
                sitting.state() == ScheduledMeeting.State.LIVE,
                sitting.isOver(),
                Objects.requireNonNullElse(sitting.liveSince(), sitting.startsAt()),
                item.countdown() instanceof Countdown.Running running ? running.endsAt() : null);
    }
}
