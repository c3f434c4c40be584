package org.peerage.meetings.agenda;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.peerage.groups.CharterTerms;
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
import org.peerage.tenancy.PersonId;
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
    private final Formats formats;
    private final MeetingRecord record;
    private final Afterwards afterwards;
    private final List<Occasion.Remarks> remarks;
    private final InstantSource clock;

    AgendaPages(
            MeetingStore meetings,
            PreparationStore preparations,
            ItemTypes types,
            Agendas agendas,
            Formats formats,
            MeetingRecord record,
            Afterwards afterwards,
            List<Occasion.Remarks> remarks,
            InstantSource clock) {
        this.meetings = meetings;
        this.preparations = preparations;
        this.types = types;
        this.agendas = agendas;
        this.formats = formats;
        this.record = record;
        this.afterwards = afterwards;
        this.remarks = List.copyOf(remarks);
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
        var made = agendas.made(meeting);
        var agenda = made.agenda();
        var planned = meeting.state() == ScheduledMeeting.State.PLANNED;
        var prepares = meeting.isPreparedBy(me);
        var shared = planned ? preparations.sharedBy(id) : Set.<PersonId>of();
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
                planned && prepares,
                prepares && meeting.hasPassed(clock.instant()),
                afterwards.takesWords(meeting),
                prepares && afterwards.until(meeting).isPresent(),
                agenda.fingerprint(),
                rows(made),
                made.said().stream()
                        .filter(one -> !one.will())
                        .map(one -> new AgendaPage.Dropped(
                                one.subject(),
                                meeting.nameOf(one.presenter()),
                                one.presenter().equals(me) || prepares))
                        .toList(),
                swapped(made),
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
                made.terms().map(CharterTerms::preparationMinutes).orElse(0),
                notice,
                meeting.isOver()
                        ? List.of()
                        : remarks.stream()
                                .flatMap(one -> one.remarks(meeting.circle(), id).stream())
                                .toList(),
                planned ? ways(meeting) : List.of(),
                planned || meeting.state() == ScheduledMeeting.State.LIVE ? record.before(meeting) : Optional.empty(),
                meeting.room(),
                meeting.state() == ScheduledMeeting.State.CLOSED ? record.of(meeting) : List.of());
    }

    private List<Link> ways(ScheduledMeeting meeting) {
        return Stream.concat(
                        types.preparations(meeting.id()).stream(),
                        remarks.stream()
                                .filter(_ -> meeting.isPreparedBy(Acting.me()))
                                .flatMap(one -> one.ways(meeting.circle(), meeting.id()).stream()))
                .toList();
    }

    /// What is agreed is seen by all; what somebody has only been asked, by the two and by those who prepare the
    /// meeting.
    private static List<AgendaPage.Swapped> swapped(MadeAgenda made) {
        var me = Acting.me();
        var meeting = made.meeting();
        return made.standing().stream()
                .filter(swap -> swap.isAgreed() || swap.isOf(me) || meeting.isPreparedBy(me))
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

    private static List<AgendaPage.Person> others(MadeAgenda made, Item item) {
        if (made.standing().stream()
                .anyMatch(swap -> swap.subject().equals(item.subject())
                        && (swap.isOpen() || swap.state() == Swap.State.AGREED))) {
            return List.of();
        }
        return made.others(item).stream()
                .map(other ->
                        new AgendaPage.Person(other.presenter(), made.meeting().nameOf(other.presenter())))
                .toList();
    }

    private static AgendaPage.@Nullable Presenting presenting(MadeAgenda made, Item item) {
        var meeting = made.meeting();
        if (item.presenter() == null || item.subject() == null || meeting.state() != ScheduledMeeting.State.PLANNED) {
            return null;
        }
        var mine = item.presenter().equals(Acting.me());
        return new AgendaPage.Presenting(
                made.said().stream().anyMatch(one -> one.will() && one.subject().equals(item.subject())),
                mine,
                !mine && meeting.isPreparedBy(Acting.me()),
                mine ? others(made, item) : List.of());
    }

    private static List<AgendaPage.Row> rows(MadeAgenda made) {
        var meeting = made.meeting();
        var agenda = made.agenda();
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
                    presenting(made, item)));
            clock = clock.plus(Duration.ofMinutes(item.minutes()));
        }
        return rows;
    }
}
