package org.peerage.meetings.floor;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.peerage.live.LiveTopics;
import org.peerage.meetings.EntryCorrected;
import org.peerage.meetings.MeetingClosed;
import org.peerage.meetings.MeetingId;
import org.peerage.meetings.agenda.Agendas;
import org.peerage.meetings.items.ItemTypes;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.PersonId;
import org.peerage.web.NotFound;
import org.peerage.web.Outcome;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Enters a meeting that was held on paper, so that from then on it is one like any other that was held (ADR-0042).
@Component
public class Entering {

    private final MeetingStore store;
    private final ActStore acts;
    private final LiveTopics topics;
    private final Agendas agendas;
    private final ItemTypes types;
    private final Afterwards afterwards;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    Entering(
            MeetingStore store,
            ActStore acts,
            LiveTopics topics,
            Agendas agendas,
            ItemTypes types,
            Afterwards afterwards,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.store = store;
        this.acts = acts;
        this.topics = topics;
        this.agendas = agendas;
        this.types = types;
        this.afterwards = afterwards;
        this.events = events;
        this.clock = clock;
    }

    /// The topic is taken before anything is read, so that of two who enter it one is told.
    ///
    /// @param seen the fingerprint of the agenda on which it was said what was reached
    @Transactional
    public Outcome enter(MeetingId id, long version, UUID request, String seen, HeldOnPaper held) {
        topics.take(id.topic());
        if (topics.has(id.topic(), request)) {
            return Outcome.done();
        }
        var scheduled = store.find(id).orElseThrow(NotFound::new);
        return switch (scheduled.state()) {
            case PLANNED -> enter(scheduled, version, request, seen, held);
            case LIVE -> refused(Refusal.ALREADY_LIVE);
            case CLOSED -> held.again() ? correct(scheduled, version, request, held) : refused(Refusal.ALREADY_HELD);
            case CANCELLED -> refused(Refusal.CALLED_OFF);
        };
    }

    private Outcome enter(ScheduledMeeting scheduled, long version, UUID request, String seen, HeldOnPaper held) {
        var id = scheduled.id();
        var me = Acting.me();
        var now = clock.instant();
        if (!new HashSet<>(scheduled.members()).containsAll(held.there())) {
            return refused(Refusal.NOT_PRESENT);
        }
        var agenda = agendas.items(scheduled);
        var planned = store.planned(scheduled).with(agenda);
        var refusal = planned.refuses(held, scheduled.by(me, Duration.ZERO), version, now);
        if (refusal.isPresent()) {
            return refused(refusal.get());
        }
        if (!agendas.fingerprint(scheduled).equals(seen)) {
            return refused(Refusal.STALE);
        }
        agendas.keep(id, agenda);
        acts.saveItems(agenda, planned.afterwards(held), held.to());
        planned.joined(held).forEach(attendee -> acts.enter(id, attendee));
        acts.enter(planned, held, Objects.requireNonNullElse(planned.deputy(), me), me, now);
        agenda.stream()
                .filter(item -> held.reached().contains(item.position()))
                .forEach(item -> types.of(item.kind()).ifPresent(type -> type.cameTo(item.id())));
        topics.changed(id.topic(), "entered", null, request);
        events.publishEvent(new MeetingClosed(id, scheduled.group(), held.to()));
        return Outcome.done();
    }

    /// Times and people; what was reached stays, because words may have been written there since.
    private Outcome correct(ScheduledMeeting entered, long version, UUID request, HeldOnPaper held) {
        var id = entered.id();
        var me = Acting.me();
        var at = entered.enteredAt();
        if (at == null || afterwards.until(entered).isEmpty()) {
            return refused(Refusal.ALREADY_HELD);
        }
        if (!new HashSet<>(entered.members()).containsAll(held.there())) {
            return refused(Refusal.NOT_PRESENT);
        }
        var before =
                store.entered(id).stream().filter(entered.members()::contains).toList();
        var planned = store.planned(entered).without(before);
        var refusal = planned.refuses(held, entered.by(me, Duration.ZERO), version, at);
        if (refusal.isPresent()) {
            return refused(refusal.get());
        }
        var joined = planned.joined(held);
        var now = joined.stream().map(Attendee::person).toList();
        before.forEach(person -> acts.takeBack(id, person));
        joined.forEach(attendee -> acts.enter(id, attendee));
        acts.correct(entered, held, me, clock.instant());
        topics.changed(id.topic(), "corrected", null, request);
        events.publishEvent(new EntryCorrected(
                id,
                entered.group(),
                now.stream().filter(person -> !before.contains(person)).toList(),
                before.stream().filter(person -> !now.contains(person)).toList()));
        return Outcome.done();
    }

    /// Who had marked themselves as here, before anybody entered it.
    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    public List<PersonId> here(MeetingId id) {
        var entered = store.entered(id);
        return store.attendees(id).stream()
                .map(Attendee::person)
                .filter(person -> !entered.contains(person))
                .toList();
    }

    /// Of those who were there by the word of somebody else, whether they came late.
    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    public Map<PersonId, Boolean> entered(MeetingId id) {
        var entered = store.entered(id);
        return store.attendees(id).stream()
                .filter(one -> entered.contains(one.person()))
                .collect(Collectors.toMap(Attendee::person, Attendee::late));
    }

    private static Outcome refused(Refusal why) {
        return new Outcome.Refused(why.message());
    }
}
