package org.peerage.meetings;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.PersonId;
import org.peerage.web.Message;
import org.peerage.web.NotFound;
import org.peerage.web.Outcome;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Draws a meeting's agenda with its reasons, and afterwards its summary.
@Component
class AgendaPages {

    private final MeetingStore meetings;
    private final PreparationStore preparations;
    private final ItemTypes types;
    private final Agendas agendas;
    private final Formats formats;

    AgendaPages(
            MeetingStore meetings, PreparationStore preparations, ItemTypes types, Agendas agendas, Formats formats) {
        this.meetings = meetings;
        this.preparations = preparations;
        this.types = types;
        this.agendas = agendas;
        this.formats = formats;
    }

    @Transactional(readOnly = true)
    public AgendaPage of(MeetingId id) {
        return draw(id, null);
    }

    /// How it stands after a change, or with the reason why nothing has changed: in one transaction with it.
    @Transactional
    public AgendaPage after(MeetingId id, Supplier<Outcome> change) {
        return switch (change.get()) {
            case Outcome.Done() -> draw(id, null);
            case Outcome.Refused(var why) -> draw(id, why);
        };
    }

    private AgendaPage draw(MeetingId id, @Nullable Message notice) {
        var sitting = meetings.find(id).orElseThrow(NotFound::new);
        var me = Acting.me();
        var agenda = agendas.of(sitting);
        var planned = sitting.state() == Sitting.State.PLANNED;
        var shared = preparations.sharedBy(id);
        return new AgendaPage(
                id,
                sitting.group().value(),
                sitting.groupName(),
                sitting.state(),
                sitting.version(),
                sitting.startsAt(),
                sitting.zone(),
                sitting.format(),
                formats.meetings().stream().map(Format::key).toList(),
                sitting.approved(),
                planned && (sitting.isChair(me) || me.equals(sitting.deputy())),
                agenda.fingerprint(),
                rows(sitting, agenda),
                agenda.total(),
                agenda.length(),
                agenda.waiting(),
                types.addable(),
                sitting.deputy(),
                sitting.members().stream()
                        .filter(p -> !sitting.isChair(p))
                        .map(p -> new AgendaPage.Person(p, sitting.nameOf(p)))
                        .toList(),
                shared.size(),
                shared.contains(me),
                notice,
                sitting.state() == Sitting.State.CLOSED ? summary(sitting) : null);
    }

    private static List<AgendaPage.Row> rows(Sitting sitting, Agenda agenda) {
        var rows = new ArrayList<AgendaPage.Row>();
        var clock = sitting.startsAt();
        for (var item : agenda.items()) {
            var position = item.position();
            rows.add(new AgendaPage.Row(
                    position,
                    item.kind(),
                    sitting.nameOf(item.presenter()),
                    item.minutes(),
                    item.reason(),
                    clock,
                    agenda.canMove(position, position - 1),
                    agenda.canMove(position, position + 1),
                    !Frame.holds(item.kind())));
            clock = clock.plus(Duration.ofMinutes(item.minutes()));
        }
        return rows;
    }

    private AgendaPage.Summary summary(Sitting sitting) {
        var attendees = meetings.attendees(sitting.id());
        var here = attendees.stream().map(Attendee::person).collect(Collectors.toSet());
        var closed = Objects.requireNonNull(sitting.closedAt());
        return new AgendaPage.Summary(
                Objects.requireNonNullElse(sitting.liveSince(), closed),
                closed,
                "idle".equals(sitting.closedHow()),
                attendees.stream()
                        .map(a -> new AgendaPage.Present(sitting.nameOf(a.person()), a.late(), a.assentedAt() != null))
                        .toList(),
                sitting.members().stream()
                        .filter(p -> !here.contains(p))
                        .map(sitting::nameOf)
                        .toList(),
                meetings.items(sitting.id()).stream()
                        .map(i -> new AgendaPage.Covered(
                                i.kind(),
                                sitting.nameOf(i.presenter()),
                                i.minutes(),
                                i.minutesSpent(closed),
                                i.state() == Item.State.DONE,
                                i.state() == Item.State.UNCOVERED && i.subject() != null))
                        .toList(),
                turns(sitting),
                types.all().stream()
                        .flatMap(t -> t.record(sitting.id()).stream())
                        .toList());
    }

    /// Whose turns lasted how long: to the chair all of them, to a member their own (C9).
    private List<AgendaPage.Spoken> turns(Sitting sitting) {
        var me = Acting.me();
        var sums = new LinkedHashMap<PersonId, Duration>();
        var counts = new LinkedHashMap<PersonId, Integer>();
        for (var turn : meetings.turns(sitting.id())) {
            if (turn instanceof Turn.Spoken spoken
                    && (sitting.isChair(me) || turn.person().equals(me))) {
                sums.merge(turn.person(), spoken.spoken(), Duration::plus);
                counts.merge(turn.person(), 1, Integer::sum);
            }
        }
        return sums.entrySet().stream()
                .sorted(Comparator.comparing(e -> sitting.nameOf(e.getKey())))
                .map(e -> new AgendaPage.Spoken(
                        sitting.nameOf(e.getKey()),
                        counts.getOrDefault(e.getKey(), 0),
                        e.getValue().toSeconds()))
                .toList();
    }
}
