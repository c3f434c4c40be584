package org.peerage.meetings;

import java.util.Objects;
import java.util.Optional;
import org.peerage.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Draws one item of a meeting for whoever acts, the current one or one that they browse to.
@Component
class StagePages {

    private final MeetingStore meetings;
    private final Agendas agendas;
    private final ItemTypes types;

    StagePages(MeetingStore meetings, Agendas agendas, ItemTypes types) {
        this.meetings = meetings;
        this.agendas = agendas;
        this.types = types;
    }

    @Transactional(readOnly = true)
    public StagePage of(MeetingId id, ItemId item) {
        var sitting = meetings.find(id).orElseThrow(NotFound::new);
        return agendas.of(sitting).items().stream()
                .filter(i -> i.id().equals(item))
                .findFirst()
                .map(i -> page(sitting, i))
                // Another format makes other items: a page that waited gets the item that the group is at.
                .or(() -> sitting.isOver() ? Optional.empty() : current(sitting))
                .orElseThrow(NotFound::new);
    }

    /// The item that the group is at; before the start, the first. A meeting that was called off has none.
    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    public Optional<StagePage> current(Sitting sitting) {
        var items = agendas.of(sitting).items();
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

    private StagePage page(Sitting sitting, Item item) {
        return new StagePage(
                sitting.id(),
                sitting.groupName(),
                item.id(),
                item.kind(),
                sitting.nameOf(item.presenter()),
                item.state() == Item.State.CURRENT,
                Objects.requireNonNullElse(sitting.room(), ""),
                types.stage(view(sitting, item)).orElse(null));
    }

    private static ItemView view(Sitting sitting, Item item) {
        return new ItemView(
                item.id(),
                item.kind(),
                sitting.id(),
                sitting.group(),
                Objects.requireNonNullElse(sitting.room(), ""),
                sitting.zone(),
                item.subject(),
                item.presenter(),
                item.protocol(),
                sitting.facilitator(),
                item.state() == Item.State.CURRENT,
                sitting.state() == Sitting.State.LIVE,
                sitting.isOver(),
                Objects.requireNonNullElse(sitting.liveSince(), sitting.startsAt()),
                item.countdown() instanceof Countdown.Running running ? running.endsAt() : null);
    }
}
