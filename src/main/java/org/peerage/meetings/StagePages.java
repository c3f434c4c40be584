package org.peerage.meetings;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Ids;
import org.peerage.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Draws one item of a meeting for whoever acts, the current one or one that they browse to.
@Component
class StagePages {

    private final MeetingStore meetings;
    private final PreparationStore preparations;
    private final Agendas agendas;
    private final Formats formats;

    StagePages(MeetingStore meetings, PreparationStore preparations, Agendas agendas, Formats formats) {
        this.meetings = meetings;
        this.preparations = preparations;
        this.agendas = agendas;
        this.formats = formats;
    }

    @Transactional(readOnly = true)
    public StagePage of(MeetingId id, ItemId item) {
        var sitting = meetings.find(id).orElseThrow(NotFound::new);
        return agendas.of(sitting).items().stream()
                .filter(i -> i.id().equals(item))
                .findFirst()
                .map(i -> page(sitting, i))
                // An agenda that is not kept yet has new ids at every look, until the start keeps them: a page that
                // waited gets the item that the group is at.
                .or(() -> sitting.state() == Sitting.State.CLOSED ? Optional.empty() : Optional.of(current(id)))
                .orElseThrow(NotFound::new);
    }

    /// The item that the group is at; before the start, the first.
    @Transactional(readOnly = true)
    public StagePage current(MeetingId id) {
        var sitting = meetings.find(id).orElseThrow(NotFound::new);
        var items = agendas.of(sitting).items();
        return page(
                sitting,
                items.stream()
                        .filter(i -> i.state() == Item.State.CURRENT)
                        .findFirst()
                        .orElse(items.getFirst()));
    }

    private StagePage page(Sitting sitting, Item item) {
        var me = Acting.me();
        var attendees = meetings.attendees(sitting.id());
        var kind = item.kind();
        var live = sitting.state() == Sitting.State.LIVE;
        var readBack = live && meetings.live(sitting).isReadBack();
        return new StagePage(
                sitting.id(),
                sitting.groupName(),
                item.id(),
                item.position() + 1,
                kind,
                sitting.nameOf(item.presenter()),
                item.state() == Item.State.CURRENT,
                live,
                Objects.requireNonNullElse(sitting.room(), ""),
                sitting.zone(),
                item.countdown() instanceof Countdown.Running running ? running.endsAt() : null,
                attendees.stream().anyMatch(a -> a.person().equals(me) && a.assentedAt() != null),
                readBack && attendees.stream().anyMatch(a -> a.person().equals(me)),
                kind == ItemKind.CONFIDENTIALITY
                        ? attendees.stream()
                                .map(a -> new StagePage.Assent(sitting.nameOf(a.person()), true, a.assentedAt()))
                                .toList()
                        : List.of(),
                kind == ItemKind.UPDATES ? updates(sitting) : List.of(),
                kind == ItemKind.UPDATES ? withoutUpdate(sitting) : List.of(),
                kind == ItemKind.RATING ? rating(sitting) : null,
                kind == ItemKind.HOUSEKEEPING || kind == ItemKind.CLOSE
                        ? preparations
                                .nextMeeting(sitting.group(), sitting.startsAt())
                                .orElse(null)
                        : null,
                Ids.next());
    }

    /// Whoever has the word first, then in order of arrival.
    private List<StagePage.Update> updates(Sitting sitting) {
        var speaker = meetings.turns(sitting.id()).stream()
                .filter(Turn.Speaking.class::isInstance)
                .map(Turn::person)
                .findFirst()
                .orElse(null);
        return preparations.shared(sitting.id()).stream()
                .flatMap(s -> formats.update(s.format()).stream()
                        .map(format -> new StagePage.Update(
                                sitting.nameOf(s.person()),
                                s.person().equals(speaker),
                                s.person().equals(Acting.me()),
                                format,
                                s.words())))
                .sorted((a, b) -> Boolean.compare(b.speaking(), a.speaking()))
                .toList();
    }

    private List<String> withoutUpdate(Sitting sitting) {
        var shared = preparations.shared(sitting.id()).stream()
                .map(PreparationStore.Shared::person)
                .collect(Collectors.toSet());
        return sitting.members().stream()
                .filter(p -> !shared.contains(p))
                .map(sitting::nameOf)
                .toList();
    }

    private StagePage.@Nullable Rating rating(Sitting sitting) {
        var rated = preparations.rated(sitting.id(), Acting.me()).orElse(null);
        var words = rated == null ? null : rated.words();
        return new StagePage.Rating(
                rated == null ? null : rated.score(),
                words == null ? Ids.next() : words.id(),
                words == null ? 0 : words.rev(),
                words,
                sitting.state() == Sitting.State.LIVE);
    }
}
