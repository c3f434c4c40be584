package org.peerage.meetings.record;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.peerage.meetings.ItemGuest;
import org.peerage.meetings.ItemType;
import org.peerage.meetings.floor.ScheduledMeeting;
import org.peerage.meetings.items.ItemTypes;
import org.peerage.tenancy.Acting;
import org.peerage.web.Link;
import org.peerage.web.Message;
import org.peerage.web.Panel;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// What a group keeps of a meeting that has ended: how it went, and then what each kind of item keeps.
@Component
public class MeetingRecord {

    private final RecordStore store;
    private final ItemTypes types;
    private final ObjectProvider<ItemGuest> guests;

    MeetingRecord(RecordStore store, ItemTypes types, ObjectProvider<ItemGuest> guests) {
        this.store = store;
        this.types = types;
        this.guests = guests;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public List<Panel> of(ScheduledMeeting meeting) {
        var items = store.items(meeting.id());
        var order = items.stream().map(RecordStore.Done::kind).distinct().toList();
        var summary = new Panel("meetings/record/summary", Map.of("page", summary(meeting, items)));
        return Stream.of(
                        Stream.of(summary),
                        types.all().stream()
                                .sorted(Comparator.comparingInt(type -> place(type, order)))
                                .flatMap(type -> type.record(meeting.circle(), meeting.id()).stream()),
                        guests.orderedStream().flatMap(guest -> guest.record(meeting.circle(), meeting.id()).stream()))
                .flatMap(panels -> panels)
                .toList();
    }

    /// The record that a meeting to come opens from: of the one that the group held last before it.
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Link> before(ScheduledMeeting meeting) {
        return store.last(meeting.group(), meeting.startsAt())
                .map(last -> Link.to(
                        last.address(), "meetings.agenda.last", new Message.Moment(last.startsAt(), meeting.zone())));
    }

    /// In the order of the meeting; what was on no agenda and is kept all the same comes last.
    private static int place(ItemType type, List<String> order) {
        var place = order.indexOf(type.kind().key());
        return place < 0 ? order.size() : place;
    }

    private SummaryPage summary(ScheduledMeeting meeting, List<RecordStore.Done> items) {
        var present = store.present(meeting.id());
        var here = present.stream().map(RecordStore.Present::person).collect(Collectors.toSet());
        var closed = Objects.requireNonNull(meeting.closedAt());
        var entered = meeting.enteredAt();
        var corrected = meeting.correctedAt();
        return new SummaryPage(
                Objects.requireNonNullElse(meeting.liveSince(), closed),
                closed,
                meeting.zone(),
                "idle".equals(meeting.closedHow()),
                entered == null ? null : new SummaryPage.Entered(meeting.nameOf(meeting.enteredBy()), entered),
                corrected == null ? null : new SummaryPage.Entered(meeting.nameOf(meeting.correctedBy()), corrected),
                present.stream()
                        .map(p -> new SummaryPage.Present(
                                meeting.nameOf(p.person()), meeting.group().member(p.person()), p.late(), p.assented()))
                        .toList(),
                meeting.members().stream()
                        .filter(person -> !here.contains(person))
                        .map(p -> new SummaryPage.Absent(
                                meeting.nameOf(p), meeting.group().member(p)))
                        .toList(),
                items.stream()
                        .map(i -> new SummaryPage.Covered(
                                types.kind(i.kind()),
                                meeting.presenter(i.presenter()),
                                i.planned(),
                                i.spent().toMinutes(),
                                i.covered(),
                                i.carried()))
                        .toList(),
                turns(meeting),
                store.next(meeting.group(), meeting.startsAt()).orElse(null));
    }

    /// Whose turns lasted how long: to the chair all of them, to a member their own (C9).
    private List<SummaryPage.Spoken> turns(ScheduledMeeting meeting) {
        var me = Acting.me();
        return store.spoken(meeting.id()).stream()
                .filter(turn -> meeting.isChair(me) || turn.person().equals(me))
                .map(turn -> new SummaryPage.Spoken(
                        meeting.nameOf(turn.person()),
                        meeting.group().member(turn.person()),
                        turn.turns(),
                        turn.time().toSeconds()))
                .sorted(Comparator.comparing(SummaryPage.Spoken::name))
                .toList();
    }
}
