package org.peerage.meetings.agenda;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.CharterTerms;
import org.peerage.groups.Groups;
import org.peerage.meetings.MeetingId;
import org.peerage.meetings.Occasion;
import org.peerage.meetings.floor.Afterwards;
import org.peerage.meetings.floor.Item;
import org.peerage.meetings.floor.MeetingStore;
import org.peerage.meetings.floor.ScheduledMeeting;
import org.peerage.meetings.items.Frame;
import org.peerage.meetings.items.ItemTypes;
import org.peerage.meetings.preparation.PreparationStore;
import org.peerage.meetings.record.MeetingRecord;
import org.peerage.tenancy.Acting;
import org.peerage.web.Link;
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
    private final PresenterStore presenters;
    private final SwapStore swaps;
    private final Formats formats;
    private final MeetingRecord record;
    private final Afterwards afterwards;
    private final List<Occasion.Remarks> remarks;
    private final Groups groups;
    private final InstantSource clock;

    AgendaPages(
            MeetingStore meetings,
            PreparationStore preparations,
            ItemTypes types,
            Agendas agendas,
            PresenterStore presenters,
            SwapStore swaps,
            Formats formats,
            MeetingRecord record,
            Afterwards afterwards,
            List<Occasion.Remarks> remarks,
            Groups groups,
            InstantSource clock) {
        this.meetings = meetings;
        this.preparations = preparations;
        this.types = types;
        this.agendas = agendas;
        this.presenters = presenters;
        this.swaps = swaps;
        this.formats = formats;
        this.record = record;
        this.afterwards = afterwards;
        this.remarks = List.copyOf(remarks);
        this.groups = groups;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    AgendaPage of(MeetingId id) {
        return draw(id, null);
    }

    /// How it stands after a change, or with the reason why nothing has changed: in one transaction with it.
    @Transactional
    AgendaPage after(MeetingId id, Supplier<Outcome> change) {
        return switch (change.get()) {
            case Outcome.Done() -> draw(id, null);
            case Outcome.Refused(var why) -> draw(id, why);
        };
    }

    private AgendaPage draw(MeetingId id, @Nullable Message notice) {
        var meeting = meetings.find(id).orElseThrow(NotFound::new);
        var me = Acting.me();
        var agenda = agendas.of(meeting);
        var planned = meeting.state() == ScheduledMeeting.State.PLANNED;
        var said = presenters.said(id);
        var changes = standing(swaps.of(id), agenda);
        var shared = preparations.sharedBy(id);
        return new AgendaPage(
                id,
                meeting.group().value(),
                meeting.groupName(),
                meeting.state(),
                meeting.version(),
                meeting.startsAt(),
                meeting.zone(),
                meeting.format(),
                formats.meetings().stream().map(Format::key).toList(),
                meeting.approved(),
                planned && meeting.isPreparedBy(me),
                meeting.isPreparedBy(me) && meeting.hasPassed(clock.instant()),
                afterwards.takesWords(meeting),
                meeting.isPreparedBy(me) && afterwards.until(meeting).isPresent(),
                agenda.fingerprint(),
                rows(meeting, agenda, said, changes),
                said.stream()
                        .filter(one -> planned && !one.will())
                        .map(one -> new AgendaPage.Dropped(
                                one.subject(),
                                meeting.nameOf(one.presenter()),
                                one.presenter().equals(me) || meeting.isPreparedBy(me)))
                        .toList(),
                planned ? swapped(meeting, changes) : List.of(),
                agenda.total(),
                agenda.length(),
                agenda.waiting(),
                types.addable(),
                meeting.deputy(),
                meeting.members().stream()
                        .filter(p -> !meeting.isChair(p))
                        .map(p -> new AgendaPage.Person(p, meeting.nameOf(p)))
                        .toList(),
                shared.size(),
                shared.contains(me),
                groups.terms(meeting.group())
                        .map(CharterTerms::preparationMinutes)
                        .orElse(0),
                notice,
                remarks.stream().flatMap(one -> one.remarks(id).stream()).toList(),
                planned ? ways(id) : List.of(),
                planned || meeting.state() == ScheduledMeeting.State.LIVE ? record.before(meeting) : Optional.empty(),
                meeting.room(),
                meeting.state() == ScheduledMeeting.State.CLOSED ? record.of(meeting) : List.of());
    }

    private List<Link> ways(MeetingId id) {
        return Stream.concat(types.preparations(id).stream(), remarks.stream().flatMap(one -> one.ways(id).stream()))
                .toList();
    }

    /// Open, or agreed and to be seen on this agenda: what has fallen through since is not told as if it were so.
    private static List<Swap> standing(List<Swap> swaps, Agenda agenda) {
        return swaps.stream()
                .filter(swap -> swap.isOpen()
                        || (swap.isAgreed() && agenda.has(swap.other()) && agenda.has(swap.subject()) == swap.stays()))
                .toList();
    }

    /// What is agreed is seen by all; what somebody has only been asked, by the two and by those who prepare the
    /// meeting.
    private static List<AgendaPage.Swapped> swapped(ScheduledMeeting meeting, List<Swap> swaps) {
        var me = Acting.me();
        return swaps.stream()
                .filter(swap -> swap.isAgreed() || (swap.isOpen() && (swap.isOf(me) || meeting.isPreparedBy(me))))
                .map(swap -> new AgendaPage.Swapped(
                        swap.subject(),
                        meeting.nameOf(swap.asker()),
                        meeting.nameOf(swap.asked()),
                        swap.isAgreed(),
                        swap.stays(),
                        swap.isOpen() && swap.asker().equals(me),
                        swap.isOpen() && swap.asked().equals(me)))
                .toList();
    }

    private List<AgendaPage.Person> others(ScheduledMeeting meeting, Agenda agenda, Item item, List<Swap> swaps) {
        if (swaps.stream()
                .anyMatch(swap -> swap.subject().equals(item.subject())
                        && (swap.isOpen() || swap.state() == Swap.State.AGREED))) {
            return List.of();
        }
        return agendas.others(meeting, agenda, item).stream()
                .map(other -> new AgendaPage.Person(other.presenter(), meeting.nameOf(other.presenter())))
                .toList();
    }

    private AgendaPage.@Nullable Presenting presenting(
            ScheduledMeeting meeting, Agenda agenda, Item item, List<PresenterStore.Said> said, List<Swap> swaps) {
        if (item.presenter() == null || item.subject() == null || meeting.state() != ScheduledMeeting.State.PLANNED) {
            return null;
        }
        var mine = item.presenter().equals(Acting.me());
        return new AgendaPage.Presenting(
                said.stream().anyMatch(one -> one.will() && one.subject().equals(item.subject())),
                mine,
                !mine && meeting.isPreparedBy(Acting.me()),
                mine ? others(meeting, agenda, item, swaps) : List.of());
    }

    private List<AgendaPage.Row> rows(
            ScheduledMeeting meeting, Agenda agenda, List<PresenterStore.Said> said, List<Swap> swaps) {
        var rows = new ArrayList<AgendaPage.Row>();
        var clock = meeting.startsAt();
        for (var item : agenda.items()) {
            var position = item.position();
            rows.add(new AgendaPage.Row(
                    position,
                    item.kind(),
                    meeting.presenter(item.presenter()),
                    item.minutes(),
                    item.reason(),
                    clock,
                    agenda.canMove(position, position - 1),
                    agenda.canMove(position, position + 1),
                    !Frame.holds(item.kind()),
                    presenting(meeting, agenda, item, said, swaps)));
            clock = clock.plus(Duration.ofMinutes(item.minutes()));
        }
        return rows;
    }
}
